namespace OnRecord.Language.Tokens;

/// <summary>What has been read of a sentence, as far as it tells whether it may end.</summary>
internal struct SentenceSoFar
{
    /// <summary>The number of its tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Whether one of them is a word in small letters: a header and a signature have none.</summary>
    public bool HasSmall { get; private set; }

    /// <summary>Whether a bracket or a quotation mark is open.</summary>
    public readonly bool IsOpen => brackets > 0 || isQuoted;

    /// <summary>How the sentence before it in the paragraph ended: 0 where there is none, 1 with a mark, 2 without.</summary>
    public int Before { get; private set; }

    private int brackets;
    private bool isQuoted;

    /// <summary>Takes one more token.</summary>
    public void Take(ReadOnlySpan<char> text, Token token)
    {
        Count++;
        switch (text[token.Start])
        {
            case '(' or '[':
                brackets++;
                break;
            case ')' or ']':
                brackets = Math.Max(0, brackets - 1);
                break;
            case '\u201C':
                isQuoted = true;
                break;
            case '\u201D':
                isQuoted = false;
                break;
            case '"':
                isQuoted = !isQuoted;
                break;
            case var c when char.IsLower(c):
                HasSmall = true;
                break;
        }
    }

    /// <summary>Begins the next sentence of the paragraph.</summary>
    public void End(bool isMarked) => this = new SentenceSoFar { Before = isMarked ? 1 : 2 };
}
