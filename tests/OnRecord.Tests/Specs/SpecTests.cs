namespace OnRecord.Tests.Specs;

/// <summary>Every example of every specification is a test of its own.</summary>
public sealed class SpecTests
{
    private const string Folder = "tests/OnRecord.Tests/Specs";

    public static IEnumerable<TheoryDataRow<string, string>> Examples() =>
        from file in Files()
        from example in SpecFile.Parse(Repository.Read(file))
        select new TheoryDataRow<string, string>(file, example.Name) { TestDisplayName = $"{Path.GetFileNameWithoutExtension(file)}: {example.Name}" };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_holds(string file, string name)
    {
        var example = SpecFile.Parse(Repository.Read(file)).Single(e => e.Name == name);
        if (SpecKinds.Judge(example, file, SpecKinds.All) is { } difference) Assert.Fail(difference);
    }

    private static IEnumerable<string> Files() =>
        Repository.Files(Folder, "*.md").Where(file => Path.GetFileName(file) != "README.md");
}
