using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Network;

/// <summary>Makes the passages that the network of roles learns from.</summary>
internal static class RolePassages
{
    public static List<RolePassage> Of(List<AttributionDocument> documents, List<Analysis> analyses, List<byte[]> roles, CueLexicon cues, WordVectors vectors, out int annotators)
    {
        var people = documents.Select(d => d.Annotator).Distinct().Order(StringComparer.Ordinal).ToList();
        annotators = people.Count;
        var passages = new List<RolePassage>();
        for (var d = 0; d < documents.Count; d++)
        {
            var tokens = new TokenAttributes(analyses[d], cues);
            foreach (var (first, end, isFirst) in Passages.Of(analyses[d]))
            {
                var n = end - first;
                var rows = new int[n * RoleInputs.Tables.Count];
                RoleInputs.Fill(tokens, first, end, isFirst, people.IndexOf(documents[d].Annotator), rows);
                passages.Add(new RolePassage([.. Enumerable.Range(first, n).Select(i => vectors.Find(tokens.Lower[i]))], rows, roles[d][first..end]));
            }
        }
        return passages;
    }
}
