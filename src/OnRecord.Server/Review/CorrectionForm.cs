using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Ledger;

namespace OnRecord.Server.Review;

/// <summary>What a reviewer sends about one statement.</summary>
internal sealed class CorrectionForm
{
    private const int LongestNote = 2000;

    private readonly IFormCollection form;

    private CorrectionForm(IFormCollection form) => this.form = form;

    /// <exception cref="OnRecordException">OR9001: the form cannot be read.</exception>
    public static async Task<CorrectionForm> Read(HttpContext context)
    {
        if (!context.Request.HasFormContentType) throw Wrong("The form came without its content. Decide again.");
        try
        {
            return new CorrectionForm(await context.Request.ReadFormAsync(context.RequestAborted));
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            throw new OnRecordException(DiagnosticCodes.Usage, $"The form cannot be read: {error.Message.TrimEnd('.')}. Decide again.", error);
        }
    }

    /// <summary>The decision that the form says.</summary>
    /// <exception cref="OnRecordException">OR9001: it says none that can be recorded.</exception>
    public Decision Decision(RecordedReading recorded, Attribution attribution, string reviewer)
    {
        var verdict = form["verdict"].ToString() switch
        {
            "confirmed" => Verdict.Confirmed,
            "corrected" => Verdict.Corrected,
            "rejected" => Verdict.Rejected,
            _ => throw Wrong("The form says no verdict. Confirm, correct or reject the statement."),
        };
        var note = form["note"].ToString().Trim();
        if (note.Length > LongestNote) throw Wrong($"The note is longer than {LongestNote} characters. Shorten it.");
        var decision = new Decision { Reading = recorded.Entry, Attribution = attribution.Id, Verdict = verdict, Reviewer = reviewer, Note = note.Length == 0 ? null : note };
        return verdict == Verdict.Corrected ? Corrected(decision, recorded.Reading, attribution) : decision;
    }

    private Decision Corrected(Decision decision, Reading reading, Attribution attribution)
    {
        var text = reading.Article?.Text ?? throw Wrong("The document has no text that could be corrected.");
        var name = form["speaker"].ToString().Trim();
        var was = reading.Entities.FirstOrDefault(entity => entity.Id == attribution.Speaker)?.Name;
        var speaker = name.Length == 0 || name == was ? null : name;
        var source = Pieces("source", text, attribution.Source, attribution.Content);
        var content = Pieces("content", text, attribution.Content, attribution.Content);
        if (speaker is null && source is null && content is null) throw Wrong("Nothing was corrected. Change the speaker or the words, or confirm the statement as it is.");
        return new Decision
        {
            Reading = decision.Reading,
            Attribution = decision.Attribution,
            Verdict = decision.Verdict,
            Reviewer = decision.Reviewer,
            Note = decision.Note,
            Speaker = speaker,
            Source = source,
            Content = content,
        };
    }

    // Null where the words are those that were read. A browser may have broken the lines of a field in its own way.
    private List<RecordedWords>? Pieces(string field, string text, IReadOnlyList<TextSpan> read, IReadOnlyList<TextSpan> near)
    {
        var written = form[field].ToString().ReplaceLineEndings("\n").Trim();
        if (written == Words(text, read).ReplaceLineEndings("\n").Trim()) return null;
        if (written.Length == 0) throw Wrong($"The words of the {field} are missing. Copy them from the article, or reject the statement.");
        var from = near.Count > 0 ? near[0].Start : 0;
        return [.. written.Split(Wording.Gap, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(piece =>
        {
            var span = Nearest(text, piece, from) ?? throw Wrong($"'{piece}' does not stand in the article. Copy the words exactly; put … with a space on both sides between words that stand apart.");
            return new RecordedWords(span, span.Slice(text));
        })];
    }

    private static TextSpan? Nearest(string text, string words, int from)
    {
        TextSpan? nearest = null;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (nearest is null || Math.Abs(at - from) < Math.Abs(nearest.Value.Start - from)) nearest = new TextSpan(at, at + words.Length);
        }
        return nearest;
    }

    /// <summary>The words of a part as the form shows them.</summary>
    public static string Words(string text, IReadOnlyList<TextSpan> spans) => string.Join(Wording.Gap, spans.Select(span => span.Slice(text)));

    private static OnRecordException Wrong(string message) => new(DiagnosticCodes.Usage, message);
}
