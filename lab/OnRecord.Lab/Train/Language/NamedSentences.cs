using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Entities;
using OnRecord.Language.Learning;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Train.Language;

/// <summary>Sentences with names to learn from, in the system's own tokens.</summary>
internal static class NamedSentences
{
    /// <summary>Cuts texts into examples.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="labels">The learned words.</param>
    /// <param name="vectors">The word vectors.</param>
    /// <param name="isComplete">Whether the corpus marks all types; else dates, amounts and groups may stand unmarked, and what it calls another name may be a group.</param>
    public static IEnumerable<Example> Of(IEnumerable<NamedText> texts, Labels labels, WordVectors vectors, bool isComplete)
    {
        uint outside = isComplete ? 1 : 1 | Bits(NameType.Date) | Bits(NameType.Money) | Bits(NameType.Group) | Bits(NameType.Product) | Bits(NameType.Facility);
        foreach (var text in texts)
        {
            var analysis = Analyser.Analyse(text.Text);
            var allowed = new uint[analysis.Tokens.Count];
            Array.Fill(allowed, outside);
            var token = 0;
            foreach (var (span, label) in text.Names)
            {
                while (token < analysis.Tokens.Count && analysis.Tokens[token].End <= span.Start) token++;
                var type = NamedText.Type(label);
                for (var isFirst = true; token < analysis.Tokens.Count && analysis.Tokens[token].Start < span.End; token++, isFirst = false)
                {
                    allowed[token] = Bit(type, isFirst);
                    if (isComplete) continue;
                    if (type == NameType.Other) allowed[token] |= Bit(NameType.Group, isFirst) | Bit(NameType.Product, isFirst) | Bit(NameType.Event, isFirst);
                    if (type == NameType.Place) allowed[token] |= Bit(NameType.Facility, isFirst);
                }
            }
            foreach (var sentence in analysis.Sentences)
            {
                var forms = Enumerable.Range(sentence.FirstToken, sentence.Count).Select(t => WordForm.Of(analysis.Tokens[t].Span.Slice(text.Text.AsSpan()))).ToArray();
                // A name that runs over the end of a sentence begins anew in the next.
                var begin = sentence.FirstToken;
                if ((allowed[begin] & AnyFirst) == 0 && (allowed[begin] & 1) == 0) allowed[begin] >>= 1;
                yield return new Example
                {
                    Forms = forms,
                    Words = [.. forms.Select(f => labels.Word(f.Lower))],
                    Vectors = [.. forms.Select(f => vectors.Find(f.Lower))],
                    Names = allowed[sentence.FirstToken..sentence.EndToken],
                };
            }
        }
    }

    private static readonly uint AnyFirst = Enum.GetValues<NameType>().Aggregate(0u, (bits, type) => bits | Bit(type, true));

    private static uint Bit(NameType type, bool isFirst) => 1u << (isFirst ? NameLabels.First(type) : NameLabels.Following(type));

    private static uint Bits(NameType type) => Bit(type, true) | Bit(type, false);
}
