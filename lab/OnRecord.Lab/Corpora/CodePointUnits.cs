namespace OnRecord.Lab.Corpora;

/// <summary>Where the code points of a text stand in UTF-16 units: corpora count the first, the product the second.</summary>
internal static class CodePointUnits
{
    /// <summary>The UTF-16 position of every code point, and of the end.</summary>
    public static int[] Of(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            units.Add(i);
            if (i + 1 >= text.Length) break;
        }
        units.Add(text.Length);
        return [.. units];
    }
}
