using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>A sentence with its label.</summary>
/// <param name="Text">The words.</param>
/// <param name="Label">The number of its label.</param>
/// <param name="Group">What it must not be parted from when a corpus is cut: a speech, a manifesto, a text that occurs twice.</param>
/// <param name="Source">Who acts; null where not asked.</param>
/// <param name="Target">Who is acted upon; null where not asked.</param>
internal sealed record LabelledSentence(string Text, int Label, string Group, TextSpan? Source = null, TextSpan? Target = null);
