using OnRecord.Language.Text;

namespace OnRecord.Ledger;

/// <summary>A short cutting of a statement around what was searched for. Immutable.</summary>
/// <param name="Text">The words, with <c>…</c> where something is left out.</param>
/// <param name="Hits">Where the words searched for stand in <paramref name="Text"/>, in order.</param>
public sealed record Snippet(string Text, IReadOnlyList<TextSpan> Hits)
{
    /// <summary>The words.</summary>
    public override string ToString() => Text;
}
