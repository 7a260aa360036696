using System.Globalization;
using OnRecord.Language;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Tags;

namespace OnRecord.Lab.Corpora;

/// <summary>Writes what the weights make of sentences as CoNLL-U, names in the last column, for a person to correct.</summary>
internal static class TreebankDraft
{
    public static void Write(string path, string weights, TextWriter output)
    {
        var analyser = EnglishAnalyser.Create(ModelSet.FromFolder(weights));
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            var analysis = analyser.Analyse(line);
            var grammar = analysis.Grammar!;
            number++;
            output.Write(string.Create(CultureInfo.InvariantCulture, $"# newpar\n# sent_id = {number}\n# text = {line}\n"));
            for (var token = 0; token < analysis.Tokens.Count; token++)
            {
                var span = analysis.Tokens[token].Span;
                var name = analysis.Names!.Where(n => n.FirstToken <= token && token < n.EndToken).Select(n => $"Name={(n.FirstToken == token ? "B" : "I")}-{n.Type}");
                var glued = token + 1 < analysis.Tokens.Count && analysis.Tokens[token + 1].Start == span.End ? ["SpaceAfter=No"] : Array.Empty<string>();
                var misc = string.Join('|', name.Concat(glued)) is { Length: > 0 } notes ? notes : "_";
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{token + 1}\t{span.Slice(line)}\t{grammar.Lemma(token)}\t{TagNames.Of(grammar.Tag(token))}\t{grammar.PennTag(token)}\t{grammar.Features(token)}\t{grammar.Head(token) + 1}\t{grammar.Relation(token)}\t_\t{misc}\n"));
            }
            output.Write('\n');
        }
    }
}
