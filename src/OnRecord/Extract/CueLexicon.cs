using System.Buffers.Binary;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>
/// How often a word was part of a cue where it stood in the training texts, in three steps. A feature among others: it
/// tells the tagger which far words to look at, and decides nothing. Immutable.
/// </summary>
internal sealed class CueLexicon
{
    private readonly Dictionary<uint, byte> levels;

    public CueLexicon(Dictionary<uint, byte> levels) => this.levels = levels;

    /// <summary>0 for a word that is seldom a cue, to 3 for one that mostly is.</summary>
    public byte Level(uint folded) => levels.GetValueOrDefault(folded);

    public static CueLexicon Read(ModelFile file)
    {
        var bytes = file.Section("cues").Span;
        var levels = new Dictionary<uint, byte>(bytes.Length / 5);
        for (var i = 0; i + 5 <= bytes.Length; i += 5) levels[BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..])] = bytes[i + 4];
        return new CueLexicon(levels);
    }

    public KeyValuePair<string, ReadOnlyMemory<byte>> ToSection()
    {
        var bytes = new byte[levels.Count * 5];
        var at = 0;
        foreach (var (word, level) in levels.OrderBy(l => l.Key))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), word);
            bytes[at + 4] = level;
            at += 5;
        }
        return new("cues", bytes);
    }
}
