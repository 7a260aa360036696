using System.Diagnostics;
using System.Text;
using OnRecord.Models.English;
using OnRecord.Pipelines;

namespace OnRecord.Tests.Properties;

/// <summary>Twice the text takes about twice the time, of whatever it is made. The least of several runs is what counts.</summary>
public sealed class LinearTimeTests
{
    private const int Length = 8_000;
    private const int Runs = 3;

    // Twice, and room for a machine that does other things; what grows with the square takes four times as long.
    private const double MostGrowth = 3.2;

    private static readonly Pipeline Standard = StandardPipeline.Create(EnglishModels.Set);

    public static TheoryData<string, string> Pieces => new()
    {
        { "news", "The minister said on Tuesday that the ministry would pay 40 million euros by 2030. \u201CWe have no choice,\u201D she told reporters.\n\n" },
        { "one sentence without end", "and the harbour master denied that " },
        { "nested brackets", "([{" },
        { "quotation marks that open", "\u201Che said " },
        { "straight marks", "\" ' \" " },
        { "figures", "1,234.5 % 2019-04-03 " },
        { "one long word", "antidisestablish" },
        { "short lines", "Yes.\n" },
        { "names", "Anna Lund NATO Mr Berg " },
        { "signs", "\uD83D\uDE00 \u202E \u200B \u4E2D " },
    };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Twice_the_text_takes_about_twice_the_time(string name, string piece)
    {
        var once = Repeat(piece, Length);
        var twice = Repeat(piece, 2 * Length);
        Least(once);
        var growth = double.MaxValue;
        for (var attempt = 0; attempt < 6 && growth > MostGrowth; attempt++) growth = Math.Min(growth, Least(twice) / Least(once));
        growth.Should().BeLessThan(MostGrowth, "time grows with the length of {0}", name);
    }

    private static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();

    private static double Least(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var least = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            Standard.Read(new RawDocument { Path = "text.txt", Bytes = bytes, Sha256 = "", Form = DocumentForm.PlainText }, TestContext.Current.CancellationToken).IsComplete.Should().BeTrue();
            least = Math.Min(least, clock.Elapsed.TotalMilliseconds);
        }
        return least;
    }
}
