using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Language;

namespace OnRecord.Tests.Conventions;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_diagnostic_code_has_a_section_and_every_section_a_code()
    {
        var sections = Sections("docs/reference/diagnostics.md");

        sections.Keys.Where(title => title.StartsWith("OR", StringComparison.Ordinal)).Select(title => title.Split(' ')[0])
            .Should().BeEquivalentTo(Codes().Values, options => options.WithStrictOrdering());
    }

    [Fact]
    public void A_diagnostic_section_has_a_title_says_what_it_means_and_what_to_do()
    {
        foreach (var (title, body) in Sections("docs/reference/diagnostics.md").Where(s => s.Key.StartsWith("OR", StringComparison.Ordinal)))
        {
            title.Should().MatchRegex(@"^OR\d{4} \w");
            body.Should().Contain("**What to do.**", $"{title} says what to do");
            body.Split("**What to do.**")[0].Trim().Should().NotBeEmpty($"{title} says what it means");
        }
    }

    [Fact]
    public void No_document_was_left_half_merged() =>
        Repository.Files(".", "*.md").Where(file => Repository.Read(file).Split('\n').Any(line => line.StartsWith("<<<<" + "<<< ", StringComparison.Ordinal) || line.StartsWith(">>>>" + ">>> ", StringComparison.Ordinal))).Should().BeEmpty();

    [Fact]
    public void Every_refusal_is_explained_and_no_other() =>
        Sections("docs/reference/refusals.md").Keys.Where(title => title != "Refusals").Should().BeEquivalentTo(Refusal.All);

    [Fact]
    public void Every_reason_of_a_check_is_explained_and_no_other() =>
        Sections("docs/reference/checks.md")["Reasons"].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).Should().BeEquivalentTo(CheckRefusal.All);

    [Fact]
    public void Every_link_of_the_documentation_leads_somewhere()
    {
        var broken = new List<string>();
        foreach (var file in Repository.Files(".", "*.md"))
        {
            foreach (Match link in Link().Matches(Fence().Replace(Repository.Read(file), "")))
            {
                var target = link.Groups["target"].Value;
                if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal)) continue;
                var parts = target.Split('#');
                var path = parts[0].Length == 0 ? file : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.Path(file))!, parts[0])));
                if (!Path.Exists(Repository.Path(path))) broken.Add($"{file}: {target}");
                else if (parts.Length > 1 && !Sections(path).Keys.Select(Anchor).Contains(parts[1])) broken.Add($"{file}: {target}");
            }
        }
        broken.Should().BeEmpty();
    }

    [Fact]
    public void Every_page_of_the_documentation_is_in_its_index()
    {
        var index = Repository.Read("docs/README.md");

        Repository.Files("docs", "*.md").Select(file => file["docs/".Length..])
            .Where(page => page != "README.md" && !index.Contains($"({page})", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_sample_is_in_the_list_of_samples_and_says_what_it_shows()
    {
        var rows = Repository.Read("samples/README.md").Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)).ToList();

        rows.Select(row => row.Split('[', ']')[1]).Should().BeEquivalentTo(Repository.Files("samples", "*").Select(file => file["samples/".Length..]).Where(file => file != "README.md"));
        rows.Should().OnlyContain(row => row.Split('|', StringSplitOptions.TrimEntries)[2].Length > 40);
    }

    [Fact]
    public void Every_package_that_is_shipped_is_named_in_the_notice()
    {
        var notice = Repository.Read("NOTICE");
        using var lockFile = JsonDocument.Parse(Repository.Read("src/OnRecord.Cli/packages.lock.json"));
        var packages = lockFile.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            // The analyzers and the SDK's linker are tools of the build and are not shipped.
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && package.Name is not ("Microsoft.CodeAnalysis.BannedApiAnalyzers" or "Microsoft.NET.ILLink.Tasks")).Select(package => package.Name);

        packages.Where(name => !notice.Contains(name, StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static Dictionary<string, string> Codes() =>
        typeof(DiagnosticCodes).GetFields().ToDictionary(field => field.Name, field => (string)field.GetValue(null)!);

    private static Dictionary<string, string> Sections(string file)
    {
        var parts = Heading().Split(Fence().Replace(Repository.Read(file), ""));
        return Enumerable.Range(0, parts.Length / 2).ToDictionary(i => parts[(2 * i) + 1].Trim(), i => parts[(2 * i) + 2]);
    }

    // As the common forges make them: lower case, spaces to hyphens, marks left out.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"^```.*?^```[^\S\n]*$", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[[^\]\n]*\]\((?<target>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
