using System.Runtime.CompilerServices;

namespace OnRecord.Extract.Lexemes;

/// <summary>The words that times and quantities are made of, found by a hash that the lexer computes while it runs over the letters.</summary>
internal static class Lexicon
{
    public const uint Seed = 2166136261;

    private static readonly Word[] Words;
    private static readonly ushort[] Slots;
    private static readonly uint Mask;

    static Lexicon()
    {
        var words = new LexiconBuilder();
        TimeWords.AddTo(words);
        NumberWords.AddTo(words);
        MeasureWords.AddTo(words);
        GrammarWords.AddTo(words);
        Words = [Word.Unknown, .. words.Words];
        var size = 1024;
        while (size < Words.Length * 4) size *= 2;
        Mask = (uint)size - 1;
        Slots = new ushort[size];
        for (var i = 1; i < Words.Length; i++)
        {
            var hash = Seed;
            foreach (var c in Words[i].Text) hash = Step(hash, c);
            var slot = hash & Mask;
            while (Slots[slot] != 0) slot = (slot + 1) & Mask;
            Slots[slot] = (ushort)i;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Step(uint hash, char c) => (hash ^ c) * 16777619;

    /// <summary>The number of a word; 0 where the lexicon has it not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Find(uint hash, ReadOnlySpan<char> letters)
    {
        var slot = hash & Mask;
        while (true)
        {
            var code = Slots[slot];
            if (code == 0) return 0;
            if (letters.Equals(Words[code].Text, StringComparison.OrdinalIgnoreCase)) return code;
            slot = (slot + 1) & Mask;
        }
    }

    public static Word At(ushort code) => Words[code];
}
