using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>A text with the entities that people marked in it.</summary>
internal sealed class ChainedDocument
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>The mentions of each entity, in order; entities with one mention included.</summary>
    public required IReadOnlyList<IReadOnlyList<MarkedMention>> Entities { get; init; }

    /// <summary>The entities of GUM's last column, with identity across mentions.</summary>
    public static ChainedDocument Of(TreebankDocument document)
    {
        var entities = new SortedDictionary<string, List<MarkedMention>>(StringComparer.Ordinal);
        var open = new List<(string Id, string Kind, int Start)>();
        foreach (var word in document.Sentences.SelectMany(s => s.Words))
        {
            var marks = word.Misc.Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal))?["Entity=".Length..] ?? "";
            for (var at = 0; at < marks.Length;)
            {
                var opens = marks[at] == '(';
                var end = marks.IndexOfAny(['(', ')'], at + 1);
                var mark = marks[(opens ? at + 1 : at)..(end < 0 ? marks.Length : end)];
                var closes = end >= 0 && marks[end] == ')';
                if (opens)
                {
                    var parts = mark.Split('-');
                    open.Add((Whole(parts[0]), parts[1], word.Span.Start));
                }
                if (closes)
                {
                    var id = opens ? open[^1].Id : Whole(mark);
                    var index = open.FindLastIndex(o => o.Id == id);
                    if (index < 0) throw new InvalidDataException($"{document.Id}: an entity {id} is closed that was not opened.");
                    if (!entities.TryGetValue(id, out var mentions)) entities[id] = mentions = [];
                    mentions.Add(new MarkedMention(new TextSpan(open[index].Start, word.Span.End), open[index].Kind));
                    open.RemoveAt(index);
                }
                at = closes ? end + 1 : end < 0 ? marks.Length : end;
            }
        }
        return new ChainedDocument { Id = document.Id, Text = document.Text, Entities = [.. entities.Values.Select(m => m.OrderBy(x => x.Span).ToList())] };

        // The parts of a mention with a gap are numbered behind the entity: 12[1/2].
        static string Whole(string id) => id.Split('[')[0];
    }
}

/// <summary>A mention that people marked, with the kind of entity.</summary>
internal readonly record struct MarkedMention(TextSpan Span, string Kind);
