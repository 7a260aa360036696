using System.Globalization;
using System.Text;

namespace OnRecord.Server.Web;

/// <summary>An address within the site, every part of it escaped.</summary>
internal readonly struct Href
{
    private readonly string address;

    private Href(string address) => this.address = address;

    /// <summary>A path of segments: <c>Href.To("actors", name)</c> is <c>/actors/</c> and the escaped name.</summary>
    public static Href To(params ReadOnlySpan<string> segments)
    {
        var path = new StringBuilder();
        foreach (var segment in segments) path.Append('/').Append(Uri.EscapeDataString(segment));
        return new Href(path.Length == 0 ? "/" : path.ToString());
    }

    /// <summary>The address with a parameter; unchanged where the value is null or empty.</summary>
    public Href With(string name, string? value) =>
        string.IsNullOrEmpty(value) ? this : new Href($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}");

    public Href With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The address of a place on the page.</summary>
    public Href At(string place) => new($"{address}#{Uri.EscapeDataString(place)}");

    public override string ToString() => address;
}
