using System.Collections.Frozen;

namespace OnRecord.Language.Tokens;

/// <summary>Web and e-mail addresses inside a run of characters without white space.</summary>
internal static class WebAddress
{
    // The last part of an address, or of a file's name.
    private static readonly FrozenSet<string> TopLevels =
        "com org net gov edu mil int info biz tv io me us uk eu de fr it es nl be ch at se no fi dk pl cz ru ua by kz tr il ir in pk cn jp kr tw hk sg au nz ca mx br ar cl za ng ke eg news press pdf doc docx xls xlsx htm html txt jpg png gif zip ppt"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>How far an address is looked for, so that a run of millions of characters costs no more than its length.</summary>
    public const int LongestAddress = 2048;

    /// <summary>A quick look: an address needs a stop or an at sign with something on both sides.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length < 4) return false;
        var at = chunk[1..^1].IndexOfAny('.', '@', ':');
        return at >= 0 && (chunk.Contains("://", StringComparison.Ordinal) || HasInnerStop(chunk));
    }

    /// <summary>The length of the address that begins with the run; 0 where none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> run)
    {
        if (run.Length < 4 || !char.IsAsciiLetterOrDigit(run[0])) return 0;
        var scheme = run.Length > 10 ? run[..10].IndexOf("://", StringComparison.Ordinal) : -1;
        if (scheme > 1 && IsLetters(run[..scheme]) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return Trimmed(run, run.Length);
        var host = 0;
        var sign = -1;
        while (host < run.Length && (char.IsAsciiLetterOrDigit(run[host]) || run[host] is '.' or '-' or '_' or '+' || run[host] == '@' && sign < 0))
        {
            if (run[host] == '@') sign = host;
            host++;
        }
        host = Trimmed(run, host);
        if (sign < 0 && IsDottedName(run[..host])) return host;
        var stop = run[..host].LastIndexOf('.');
        if (stop <= sign + 1 || stop + 1 >= host || !TopLevels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(run[(stop + 1)..host])) return 0;
        if (sign > 0) return host;
        // "U.S.in" is no address, and neither is "it.In": a name of three letters before the last stop, in one case.
        var name = run[..stop];
        if (name.Length - name.LastIndexOf('.') - 1 < 3 || char.IsUpper(run[stop + 1]) || run[(stop + 1)..host] is "in" or "it" or "me" or "us" or "no" or "at" or "be" or "by" or "is") return 0;
        return host < run.Length && run[host] == '/' ? Trimmed(run, run.Length) : host;
    }

    // "alt.animals.cat", "org.example.report": three or more words in small letters are the name of a group or a program.
    private static bool IsDottedName(ReadOnlySpan<char> name)
    {
        var stops = 0;
        var length = 0;
        foreach (var c in name)
        {
            if (c == '.' && length < 2 || c != '.' && !char.IsAsciiLetterLower(c) && c != '-') return false;
            length = c == '.' ? 0 : length + 1;
            if (c == '.') stops++;
        }
        return stops > 1 && length > 1;
    }

    private static bool HasInnerStop(ReadOnlySpan<char> chunk)
    {
        for (var i = 1; i + 1 < chunk.Length; i++)
        {
            if (chunk[i] is '.' or '@' && char.IsAsciiLetterOrDigit(chunk[i - 1]) && char.IsAsciiLetter(chunk[i + 1])) return true;
        }
        return false;
    }

    private static bool IsLetters(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (!char.IsAsciiLetter(c)) return false;
        }
        return true;
    }

    // Marks that close the sentence or the bracket around an address are no part of it.
    private static int Trimmed(ReadOnlySpan<char> run, int length)
    {
        var quote = run[..length].IndexOfAny("\"<>\u201C\u201D\u2019\u00BB");
        if (quote >= 0) length = quote;
        while (length > 0 && run[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '\'' or '-' or '\u2014') length--;
        return length;
    }
}
