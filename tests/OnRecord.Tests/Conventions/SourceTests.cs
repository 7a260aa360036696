using System.Text.RegularExpressions;

namespace OnRecord.Tests.Conventions;

public sealed partial class SourceTests
{
    private const int LongestFile = 400;

    private static readonly string[] VagueWords = ["Helper", "Helpers", "Manager", "Util", "Utils", "Utility", "Utilities", "Common", "Base", "Data", "Info"];

    // In two parts, so that this file does not hold what it forbids.
    private static readonly string[] ForeignPaths = ["/wor" + "k/", "../sha" + "red"];

    [Fact]
    public void A_file_holds_one_public_type_of_its_own_name()
    {
        var breaches = new List<string>();
        foreach (var file in Sources())
        {
            var types = PublicType().Matches(Repository.Read(file)).Select(m => m.Groups["name"].Value).ToList();
            if (types.Count > 1) breaches.Add($"{file} holds {string.Join(", ", types)}");
            if (types.Count == 1 && types[0] != Path.GetFileName(file).Split('.')[0]) breaches.Add($"{file} holds {types[0]}");
        }
        breaches.Should().BeEmpty();
    }

    [Fact]
    public void Every_public_type_is_found_in_its_source() =>
        Repository.Files("src", "*.cs").Sum(file => PublicType().Count(Repository.Read(file)))
            .Should().Be(House.Source.SelectMany(a => a.GetExportedTypes()).Count(t => !t.IsNested), "the tests of this class read declarations by their shape");

    [Fact]
    public void A_namespace_is_the_folder()
    {
        var breaches = new List<string>();
        foreach (var file in Sources())
        {
            if (Namespace().Match(Repository.Read(file)) is not { Success: true } match) continue;
            var folder = Path.GetDirectoryName(file)!.Split('/', '\\')[1..];
            if (match.Groups["name"].Value != string.Join('.', folder)) breaches.Add($"{file} says {match.Groups["name"].Value}");
        }
        breaches.Should().BeEmpty();
    }

    [Fact]
    public void No_type_has_a_name_that_has_not_found_its_concept()
    {
        var names = House.Source.Append(House.Lab).SelectMany(a => a.GetTypes()).Where(t => t.FullName?.StartsWith("OnRecord", StringComparison.Ordinal) == true);

        names.Where(t => PascalWord().Matches(t.Name).Any(word => VagueWords.Contains(word.Value))).Select(t => t.FullName).Should().BeEmpty();
    }

    [Fact]
    public void A_file_is_short_enough_to_be_read_at_one_sitting() =>
        Repository.Files("src", "*.cs").Concat(Repository.Files("lab", "*.cs")).Concat(Repository.Files("tests", "*.cs"))
            .Where(file => File.ReadLines(Repository.Path(file)).Count() > LongestFile).Should().BeEmpty($"a file has at most {LongestFile} lines");

    [Fact]
    public void Nothing_is_left_for_later_or_folded_away()
    {
        var breaches = from file in Sources()
                       from match in LeftForLater().Matches(Repository.Read(file))
                       select $"{file}: {match.Value}";

        breaches.Should().BeEmpty();
    }

    [Fact]
    public void No_project_turns_warnings_off() =>
        Repository.Files(".", "*.csproj").Concat(Repository.Files(".", "*.props")).Concat(Repository.Files(".", ".editorconfig"))
            .Where(file => Repository.Read(file).Contains("<NoWarn", StringComparison.Ordinal)).Should().BeEmpty("a suppression stands on its line, with a reason");

    [Fact]
    public void Nothing_is_unimplemented() =>
        House.Source.Append(House.Lab).SelectMany(BuiltAssembly.Uses).Where(u => u.ToType == nameof(NotImplementedException))
            .Select(u => u.FromType).Should().BeEmpty();

    [Fact]
    public void The_repository_speaks_of_no_place_outside_itself()
    {
        var texts = Repository.Files(".", "*").Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".csproj" or ".props" or ".json" or ".sql" or ".txt" or ".html" or ".sh" or "" or ".slnx" or ".yml");

        texts.Where(file => ForeignPaths.Any(Repository.Read(file).Contains)).Should().BeEmpty();
    }

    private static IEnumerable<string> Sources() => Repository.Files("src", "*.cs").Concat(Repository.Files("lab", "*.cs"));

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|partial|readonly|ref|unsafe|record) )*(?:class|struct|interface|enum|record|delegate [\w<>\[\]?]+) ?(?<name>\w+)", RegexOptions.Multiline, 1000)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex("[A-Z][a-z]*", RegexOptions.None, 1000)]
    private static partial Regex PascalWord();

    [GeneratedRegex(@"#region|\bTODO\b|\bFIXME\b|\bHACK\b|#pragma warning disable(?!.*//)", RegexOptions.None, 1000)]
    private static partial Regex LeftForLater();
}
