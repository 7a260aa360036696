namespace OnRecord.Language.Text;

/// <summary>A stretch between quotation marks, the marks included.</summary>
public sealed class Quotation
{
    /// <summary>From the opening mark to the closing one, both included; to the paragraph's end where it is not closed.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words between the marks.</summary>
    public required TextSpan Inner { get; init; }

    /// <summary>How many quotations this one stands inside: 0 for an outer one.</summary>
    public required int Depth { get; init; }

    /// <summary>Whether a closing mark was found in the paragraph.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>
    /// Whether this goes on from the quotation of the paragraph before, which was left open: the typography of a
    /// quotation over several paragraphs, each opening anew and only the last closing.
    /// </summary>
    public required bool IsContinuation { get; init; }
}
