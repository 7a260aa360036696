using System.Collections.Frozen;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>The form under which names are looked up.</summary>
internal static class NameForm
{
    // A table rather than Unicode decomposition, which programs without culture tables do not have.
    private const string WithMarks = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƠơƯưǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǠǡǦǧǨǩǪǫǬǭǰǴǵǸǹǺǻȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȞȟȦȧȨȩȪȫȬȭȮȯȰȱȲȳıłŁøØđĐħĦŧŦðÐəƏḀḁḂḃḄḅḆḇḈḉḊḋḌḍḎḏḐḑḒḓḔḕḖḗḘḙḚḛḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḬḭḮḯḰḱḲḳḴḵḶḷḸḹḺḻḼḽḾḿṀṁṂṃṄṅṆṇṈṉṊṋṌṍṎṏṐṑṒṓṔṕṖṗṘṙṚṛṜṝṞṟṠṡṢṣṤṥṦṧṨṩṪṫṬṭṮṯṰṱṲṳṴṵṶṷṸṹṺṻṼṽṾṿẀẁẂẃẄẅẆẇẈẉẊẋẌẍẎẏẐẑẒẓẔẕẖẗẘẙẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ";
    private const string Letters = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZzOoUuAaIiOoUuUuUuUuUuAaAaGgKkOoOojGgNnAaAaAaEeEeIiIiOoOoRrRrUuUuSsTtHhAaEeOoOoOoOoYyilLoOdDhHtTdDaAAaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwyAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy";
    private static readonly FrozenDictionary<char, char> Marked = WithMarks.Zip(Letters).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The name with single spaces and straight apostrophes, without "the" before it. Case stays: "WHO" is no pronoun.</summary>
    public static string Of(string name)
    {
        if (IsPlain(name)) return name;
        var form = new StringBuilder(name.Length);
        for (var i = HasArticle(name) ? 4 : 0; i < name.Length; i++)
        {
            var c = name[i] switch
            {
                '\u2019' or '\u2018' => '\'',
                '\u2010' or '\u2011' or '\u2013' => '-',
                var other => other,
            };
            if (!char.IsWhiteSpace(c)) form.Append(c);
            else if (form.Length > 0 && form[^1] != ' ') form.Append(' ');
        }
        if (form.Length > 0 && form[^1] == ' ') form.Length--;
        return form.ToString();
    }

    /// <summary>Whether a name stands in that form already.</summary>
    public static bool IsPlain(ReadOnlySpan<char> name) => !HasArticle(name) && !name.ContainsAny("\u2019\u2018\u2010\u2011\u2013") && IsSpaced(name);

    /// <summary>Whether the words of a name stand apart by single spaces, and nothing else is white.</summary>
    public static bool IsSpaced(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == ' ' ? i == 0 || i + 1 == name.Length || name[i + 1] == ' ' : char.IsWhiteSpace(name[i])) return false;
        }
        return true;
    }

    /// <summary>Whether a name in UTF-8 is as it stands the only form it is looked up under: plain letters with single spaces.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> name) =>
        Ascii.IsValid(name) && !name.StartsWith("the "u8) && !name.StartsWith("The "u8) && name.IndexOf("  "u8) < 0
        && name is [not (byte)' ', ..] and [.., not (byte)' '] && !name.ContainsAnyInRange((byte)'\t', (byte)'\r');

    private static bool HasArticle(ReadOnlySpan<char> name) => name.StartsWith("the ") || name.StartsWith("The ");

    /// <summary>The forms under which a name is looked up: as it is written, and without the marks on its letters where it has any.</summary>
    public static IEnumerable<string> Lookups(string name)
    {
        yield return Of(name);
        if (WithoutMarks(name) is var plain && !ReferenceEquals(plain, name)) yield return Of(plain);
    }

    /// <summary>The name without the marks on its letters: "Erdoğan" becomes "Erdogan".</summary>
    public static string WithoutMarks(string name)
    {
        var isPlain = true;
        foreach (var c in name) isPlain &= c < '\u0080';
        if (isPlain) return name;
        var plain = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (Marked.TryGetValue(c, out var letter)) plain.Append(letter);
            else if (c is 'ß') plain.Append("ss");
            else if (c is 'æ') plain.Append("ae");
            else if (c is 'Æ') plain.Append("Ae");
            else if (c is 'þ') plain.Append("th");
            else if (c is 'Þ') plain.Append("Th");
            else if (c is not (>= '\u0300' and <= '\u036F')) plain.Append(c);
        }
        return plain.ToString();
    }
}
