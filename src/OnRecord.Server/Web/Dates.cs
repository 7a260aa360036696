namespace OnRecord.Server.Web;

/// <summary>Days that may be missing.</summary>
internal static class Dates
{
    public static Html Of(DateOnly? day) => day is { } known ? Html.Of($"{known}") : Html.Of($"""<span class="reason">not known</span>""");
}
