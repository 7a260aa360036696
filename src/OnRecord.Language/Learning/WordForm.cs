namespace OnRecord.Language.Learning;

/// <summary>
/// What the encoder sees of a word's spelling: hashes of the exact and the lower-case form, of its beginning and end, and
/// of its shape. The same for training and for reading.
/// </summary>
/// <param name="Exact">The hash of the form as it stands.</param>
/// <param name="Lower">The hash of the form in small letters, with typographic quotation marks made plain.</param>
/// <param name="Prefix">The row of its first three units.</param>
/// <param name="Suffix2">The row of its last two units.</param>
/// <param name="Suffix3">The row of its last three units.</param>
/// <param name="Shape">The row of its shape: capitals, small letters and figures, runs shortened.</param>
internal readonly record struct WordForm(ulong Exact, ulong Lower, int Prefix, int Suffix2, int Suffix3, int Shape)
{
    /// <summary>Rows kept for beginnings.</summary>
    public const int PrefixRows = 4096;

    /// <summary>Rows kept for the last two units.</summary>
    public const int Suffix2Rows = 1024;

    /// <summary>Rows kept for the last three units.</summary>
    public const int Suffix3Rows = 4096;

    /// <summary>Rows kept for shapes.</summary>
    public const int ShapeRows = 512;

    /// <summary>Longer words are read by their first units and their end; no word of a language comes near it.</summary>
    private const int LongestForm = 64;

    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The features of one form.</summary>
    public static WordForm Of(ReadOnlySpan<char> form)
    {
        Span<char> lower = stackalloc char[LongestForm];
        var exact = Hash(form);
        if (form.Length > LongestForm)
        {
            // Head and tail keep what prefixes, suffixes and shapes are made of; the exact hash still tells such forms apart.
            form[..(LongestForm / 2)].CopyTo(lower);
            form[^(LongestForm / 2)..].CopyTo(lower[(LongestForm / 2)..]);
        }
        else form.CopyTo(lower);
        lower = lower[..Math.Min(form.Length, LongestForm)];
        var shape = Seed;
        char last = '\0', beforeLast = '\0';
        for (var i = 0; i < lower.Length; i++)
        {
            var c = Plain(lower[i]);
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            if (kind != last || kind != beforeLast) shape = (shape ^ kind) * Prime;
            beforeLast = last;
            last = kind;
            lower[i] = char.IsDigit(c) ? c : char.ToLowerInvariant(c);
        }
        var whole = Hash(lower);
        Span<char> end = stackalloc char[3];
        var tail = lower[Math.Max(0, lower.Length - 3)..];
        tail.CopyTo(end);
        end = end[..tail.Length];
        for (var i = 0; i < end.Length; i++)
        {
            if (char.IsDigit(end[i])) end[i] = '0';
        }
        return new WordForm(
            exact,
            whole,
            Row(Hash(lower[..Math.Min(3, lower.Length)]), PrefixRows),
            Row(Hash(end[Math.Max(0, end.Length - 2)..]), Suffix2Rows),
            Row(Hash(end), Suffix3Rows),
            Row(shape, ShapeRows));
    }

    /// <summary>The hash of a form (FNV-1a over UTF-16 units, then mixed).</summary>
    public static ulong Hash(ReadOnlySpan<char> form)
    {
        var hash = Seed;
        foreach (var c in form) hash = (hash ^ c) * Prime;
        return hash ^ (hash >> 29);
    }

    private static int Row(ulong hash, int rows) => (int)((hash ^ (hash >> 32)) & (ulong)(rows - 1));

    private static char Plain(char c) => c switch
    {
        '\u2019' or '\u2018' => '\'',
        '\u201C' or '\u201D' => '"',
        '\u2013' or '\u2014' => '-',
        _ => c,
    };
}
