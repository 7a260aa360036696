using System.Security.Cryptography;
using System.Text;
using OnRecord.Clean;

namespace OnRecord.Tests.Clean;

/// <summary>Documents made of strings and bytes, and their way through the Clean stage.</summary>
internal static class Documents
{
    public static RawDocument Of(byte[] bytes, DocumentForm form, string? charset = null, DateOnly? published = null) => new()
    {
        Path = form == DocumentForm.Html ? "page.html" : "text.txt",
        Bytes = bytes,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Form = form,
        DeclaredCharset = charset,
        Published = published,
    };

    public static Article Text(string text) => Read(Of(Encoding.UTF8.GetBytes(text), DocumentForm.PlainText));

    public static Article Page(string html) => Read(Of(Encoding.UTF8.GetBytes(html), DocumentForm.Html));

    public static Article Read(RawDocument raw) => new CleanStage().Run(new Reading { Raw = raw }).Article!;

    /// <summary>The furniture of a text as "Kind: words".</summary>
    public static string[] FurnitureOf(Article article) => [.. article.Furniture.Select(f => $"{f.Kind}: {f.Span.Slice(article.Text)}")];
}
