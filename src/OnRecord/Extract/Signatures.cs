namespace OnRecord.Extract;

/// <summary>The name under a quotation, as press releases set it: “The budget is fair.” — Ruth Okonjo, Minister of Finance. Stateless.</summary>
internal static class Signatures
{
    private const double Right = 0.75;
    private const int LongestSignature = 16;

    /// <summary>The attribution of a paragraph that is a quotation, a dash and a person's name; null where it is not.</summary>
    public static RoleGroup? Find(TokenAttributes tokens, int first, int end)
    {
        if (tokens.QuoteIndex[first] < 0) return null;
        var quote = tokens.Quotes[tokens.QuoteIndex[first]];
        if (!quote.IsClosed || quote.First != first || quote.End >= end - 1 || end - quote.End > LongestSignature) return null;
        var dash = tokens.Analysis.Tokens[quote.End].Span.Slice(tokens.Analysis.Text.AsSpan());
        if (dash is not ("\u2014" or "\u2013" or "-" or "--")) return null;
        return tokens.IsPerson(quote.End + 1, begins: true) ? RoleGroup.OfSyntax((quote.End + 1, end), (quote.End, quote.End + 1), (quote.First, quote.End), Right) : null;
    }
}
