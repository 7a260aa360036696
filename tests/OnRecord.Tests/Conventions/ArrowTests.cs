using System.Reflection;

namespace OnRecord.Tests.Conventions;

public sealed class ArrowTests
{
    private static readonly HouseTable Table = HouseTable.Read();

    public static TheoryData<string> Assemblies => [.. House.Source.Append(House.Lab).Select(a => a.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_reference_follows_an_arrow_of_the_house(string name) =>
        Breaches(Assembly.Load(name), Table).Should().BeEmpty("docs/design/house.md lists the arrows; where a better house is found, change its table and say why");

    [Fact]
    public void A_reference_inside_a_body_is_seen()
    {
        var uses = BuiltAssembly.Uses(typeof(ArrowTests).Assembly).Where(u => u.FromType == nameof(ArrowTests));

        uses.Should().Contain(u => u.ToAssembly == "OnRecord" && u.ToType == nameof(AttributionKind));
        _ = Enum.Parse<AttributionKind>("Direct");
    }

    [Fact]
    public void Every_folder_of_the_table_is_built()
    {
        var built = House.Source.Append(House.Lab).SelectMany(a => a.GetTypes().Select(t => House.Home(a, t.Namespace ?? ""))).ToHashSet();

        Table.Namespaces.Where(row => !built.Any(space => Table.Row(space) == row)).Should().BeEmpty();
    }

    [Fact]
    public void A_reference_against_the_arrows_is_named_with_both_types()
    {
        var table = new HouseTable("| `OnRecord.Tests` | | `xunit.v3.core` |\n| `OnRecord` | | |");

        Breaches(typeof(ArrowTests).Assembly, table).Should().Contain("OnRecord.Tests.PipelineTests -> OnRecord.PipelineBuilder");
    }

    private static IEnumerable<string> Breaches(Assembly assembly, HouseTable table)
    {
        foreach (var use in BuiltAssembly.Uses(assembly))
        {
            var from = House.Home(assembly, use.FromNamespace);
            if (!from.StartsWith("OnRecord", StringComparison.Ordinal)) continue;
            var line = $"{from}.{use.FromType} -> {use.ToNamespace}.{use.ToType}";
            if (table.Row(from) is not { } row) yield return $"{from} has no row in the table";
            else if (use.ToNamespace.StartsWith("OnRecord", StringComparison.Ordinal))
            {
                if (table.Row(use.ToNamespace) is not { } other) yield return $"{use.ToNamespace} has no row in the table";
                else if (!table.MaySee(row, other)) yield return line;
            }
            else if (use.ToAssembly != assembly.GetName().Name && !House.IsFramework(use.ToAssembly) && !table.MayUse(row, House.Package(use.ToAssembly)))
            {
                yield return $"{line} of the package {use.ToAssembly}";
            }
        }
    }
}
