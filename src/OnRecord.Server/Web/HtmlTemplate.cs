using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using OnRecord.Formats;

namespace OnRecord.Server.Web;

/// <summary>
/// What the compiler makes of an interpolated string that is given to <see cref="Html.Of"/>: its literal parts stay as they
/// are written, its values are encoded by their type. There is no way to put a string in that is not encoded.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlTemplate
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder markup;

    public HtmlTemplate(int literalLength, int formattedCount) => markup = new StringBuilder(literalLength + (32 * formattedCount));

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(Html html) => markup.Append(html.ToString());

    public void AppendFormatted(string? text)
    {
        if (text is not null) markup.Append(Encoder.Encode(text));
    }

    public void AppendFormatted(char letter) => AppendFormatted(letter.ToString());

    /// <summary>A count as people read it: <c>12,345</c>.</summary>
    public void AppendFormatted(long number) => markup.Append(number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A number by a format, such as <c>0.0</c> for a coordinate or <c>0%</c>.</summary>
    public void AppendFormatted(double number, string format) => markup.Append(number.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>An address within the site.</summary>
    public void AppendFormatted(Href link) => AppendFormatted(link.ToString());

    public void AppendFormatted(DateOnly day) => markup.Append($"<time datetime=\"{Wording.Of(day)}\">{day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}</time>");

    public void AppendFormatted(DateTimeOffset moment) =>
        markup.Append(CultureInfo.InvariantCulture, $"<time datetime=\"{moment:yyyy-MM-dd'T'HH:mm:ss'Z'}\">{moment:d MMM yyyy, HH:mm}</time>");

    public string ToMarkup() => markup.ToString();
}
