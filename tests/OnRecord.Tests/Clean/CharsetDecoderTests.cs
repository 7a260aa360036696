using System.Text;
using CsCheck;
using OnRecord.Clean;

namespace OnRecord.Tests.Clean;

public sealed class CharsetDecoderTests
{
    private const string Western = "Der Minister sagte: „Wir prüfen das.“ Die Größe der Ausgaben für Österreich sei überschätzt.";
    private const string Russian = "Министр заявил, что переговоры о контроле над вооружениями продолжатся на следующей неделе в Женеве.";

    static CharsetDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void A_byte_order_mark_decides_and_is_no_part_of_the_text(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        var raw = Documents.Of([.. encoding.GetPreamble(), .. encoding.GetBytes(Russian)], DocumentForm.PlainText, charset: "windows-1252");

        CharsetDecoder.NameOf(raw).Should().Be(charset);
        CharsetDecoder.Decode(raw.Bytes.Span, charset).Should().Be(Russian);
    }

    [Theory]
    [InlineData("windows-1252", Western)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("shift_jis", "外相は記者会見で、軍縮に関する協議を来週ジュネーブで再開すると述べた。")]
    [InlineData("gb18030", "外交部发言人在记者会上表示,双方将于下周在日内瓦恢复军控谈判。")]
    public void A_legacy_charset_is_guessed_from_the_bytes(string charset, string text)
    {
        var raw = Documents.Of(Encoding.GetEncoding(charset).GetBytes(text + "\n" + text), DocumentForm.PlainText);

        CharsetDecoder.Decode(raw.Bytes.Span, CharsetDecoder.NameOf(raw)).Should().Be(text + "\n" + text);
    }

    [Fact]
    public void A_few_quotation_marks_of_windows_are_read_as_western()
    {
        var raw = Documents.Of([0x93, .. "We will talk,"u8, 0x94, .. " she said."u8], DocumentForm.PlainText);

        CharsetDecoder.NameOf(raw).Should().Be("windows-1252");
        CharsetDecoder.Decode(raw.Bytes.Span, "windows-1252").Should().Be("“We will talk,” she said.");
    }

    [Fact]
    public void A_page_declares_its_charset_in_a_meta_element()
    {
        byte[] bytes = [.. "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'></head><body>"u8, .. Encoding.GetEncoding("windows-1251").GetBytes(Russian)];

        CharsetDecoder.NameOf(Documents.Of(bytes, DocumentForm.Html)).Should().Be("windows-1251");
    }

    [Fact]
    public void The_transport_stands_over_the_page()
    {
        byte[] bytes = [.. "<meta charset='shift_jis'>"u8, .. Encoding.GetEncoding("windows-1251").GetBytes(Russian)];

        CharsetDecoder.NameOf(Documents.Of(bytes, DocumentForm.Html, charset: "windows-1251")).Should().Be("windows-1251");
    }

    [Fact]
    public void A_western_declaration_gives_way_to_bytes_that_are_utf_8()
    {
        byte[] bytes = [.. "<meta charset=\"iso-8859-1\">"u8, .. Encoding.UTF8.GetBytes(Western)];

        CharsetDecoder.NameOf(Documents.Of(bytes, DocumentForm.Html)).Should().Be("utf-8");
    }

    [Fact]
    public void A_label_that_no_charset_has_is_passed_over()
    {
        CharsetDecoder.NameOf(Documents.Of("<meta charset='no-such-charset'>plain"u8.ToArray(), DocumentForm.Html)).Should().Be("utf-8");
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_become_replacement_characters_and_the_rest_stays()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Russian), 0xFF, .. " end"u8];
        var raw = Documents.Of(bytes, DocumentForm.PlainText);

        CharsetDecoder.Decode(bytes, CharsetDecoder.NameOf(raw)).Should().Be(Russian + "\uFFFD end");
    }

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character()
    {
        byte[] bytes = [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00];

        Documents.Read(Documents.Of(bytes, DocumentForm.PlainText)).Text.Should().Be("A\uFFFDB");
    }

    [Fact]
    public void Any_bytes_decode_to_the_same_text_from_the_bytes_and_the_recorded_name()
    {
        Gen.Select(Gen.Byte.Array[1, 200], Gen.Bool, Gen.OneOf(null, "utf-8", "koi8-r", "big5", "euc-jp", "nonsense")).Sample((bytes, isPage, declared) =>
        {
            var raw = Documents.Of(bytes, isPage ? DocumentForm.Html : DocumentForm.PlainText, declared);
            var name = CharsetDecoder.NameOf(raw);
            var text = CharsetDecoder.Decode(bytes, name);
            return name == CharsetDecoder.NameOf(raw) && text == CharsetDecoder.Decode(bytes, name) && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
        }, iter: 2000);
    }
}
