using System.IO.Compression;
using CsCheck;
using OnRecord.Formats;
using OnRecord.Formats.Parquet;
using OnRecord.Tests.Ledger;
using Parquet;
using Parquet.Schema;

namespace OnRecord.Tests.Formats;

/// <summary>What is written as Parquet is read by a reader that others wrote.</summary>
public sealed class ParquetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_have_the_words_the_days_and_the_positions_of_the_statements()
    {
        var reading = SampleReadings.Harbour();
        var text = reading.Article!.Text;
        await using var file = await Read(Written(OffsetUnit.Utf16, reading, SampleReadings.Empty("none.txt", "Nothing\n")));

        file.Schema.DataFields.Where(field => field.Name is not ("published" or "when" or "confidence") && !field.Name.EndsWith("_start", StringComparison.Ordinal) && !field.Name.EndsWith("_end", StringComparison.Ordinal))
            .Should().OnlyContain(field => field.ClrType == typeof(ReadOnlyMemory<char>), "everything else is text");
        (await Texts(file, "attribution")).Should().Equal("a1", "a2", "a3");
        (await Texts(file, "kind")).Should().Equal("direct", "mixed", "direct");
        (await Texts(file, "speaker")).Should().Equal("Marie Dübois", "ferrymen's union", null);
        (await Texts(file, "knowledge")).Should().Equal("person:marie-d", null, null);
        (await Texts(file, "unresolved")).Should().Equal(null, null, Refusal.NoSource);
        (await Texts(file, "source")).Should().Equal("Marie Dübois", "The ferrymen's union", null);
        (await Texts(file, "content"))[1].Should().Be("that its members had blocked the pier … the minister's figures \"invented\"");
        var (starts, ends) = (await Numbers(file, "content_start"), await Numbers(file, "content_end"));
        text[starts[0]!.Value..ends[0]!.Value].Should().Be("\"The harbour will open in May,\"");
        (await Numbers(file, "source_start"))[2].Should().BeNull();
        (await Days(file, "published")).Should().AllBeEquivalentTo(new DateOnly(2024, 3, 4));
        (await Days(file, "when")).Should().Equal(new DateOnly(2024, 3, 4), null, null);
        using var group = file.OpenRowGroupReader(0);
        var confidence = new double[3];
        await group.ReadAsync<double>(Field(file, "confidence"), confidence, null, Token);
        confidence.Should().Equal(0.97, 0.5, 0.25);
    }

    [Fact]
    public async Task Fifty_thousand_rows_come_in_row_groups_and_go_into_a_pipe()
    {
        using var packed = new MemoryStream();
        // A stream that goes forward only, as a pipe does.
        using (var pipe = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = RecordWriter.Create(RecordFormat.Parquet, pipe))
        {
            for (var i = 0; i < 250; i++) writer.Write(SampleReadings.Numbered(i, 200));
            writer.Finish();
        }
        packed.Position = 0;
        using var unpacked = new MemoryStream();
        await using (var unpack = new GZipStream(packed, CompressionMode.Decompress)) await unpack.CopyToAsync(unpacked, Token);
        await using var file = await Read(unpacked.ToArray());

        file.RowGroupCount.Should().Be(3);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < file.RowGroupCount; i++)
        {
            var (paths, ids) = (await Texts(file, "path", i), await Texts(file, "attribution", i));
            seen.UnionWith(paths.Zip(ids, (path, id) => $"{path} {id}"));
        }
        seen.Should().HaveCount(50_000);
    }

    [Fact]
    public async Task A_record_without_statements_is_a_file_without_rows()
    {
        await using var file = await Read(Written(OffsetUnit.CodePoint));

        file.RowGroupCount.Should().Be(0);
        file.Schema.DataFields.Select(field => field.Name).Should().Contain("content").And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_same_readings_give_the_same_bytes() =>
        Written(OffsetUnit.CodePoint, SampleReadings.Harbour()).Should().Equal(Written(OffsetUnit.CodePoint, SampleReadings.Harbour()));

    [Fact]
    public Task Whatever_the_values_are_and_wherever_one_is_missing_they_are_read_as_they_were_given() =>
        Gen.Select(Gen.String.Null(), Gen.Int.Nullable(), Gen.Date.Nullable(), Gen.Double).Array[0, 60].SampleAsync(async rows =>
        {
            var (text, whole, day, real) = (new Column("text", ColumnType.Text, true), new Column("whole", ColumnType.Whole, true), new Column("day", ColumnType.Day, true), new Column("real", ColumnType.Real, false));
            using var bytes = new MemoryStream();
            var written = new ParquetFile(bytes, [text, whole, day, real]);
            foreach (var (words, number, date, amount) in rows)
            {
                text.Add(words);
                whole.Add(number);
                day.Add(date is { } moment ? DateOnly.FromDateTime(moment) : null);
                real.Add(amount);
                written.EndRow();
            }
            written.Finish();
            if (rows.Length == 0) return;
            await using var file = await Read(bytes.ToArray());
            (await Texts(file, "text")).Should().Equal(rows.Select(row => row.Item1 is null ? null : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(row.Item1))));
            (await Numbers(file, "whole")).Should().Equal(rows.Select(row => row.Item2));
            (await Days(file, "day")).Should().Equal(rows.Select(row => row.Item3 is { } moment ? DateOnly.FromDateTime(moment) : (DateOnly?)null));
        }, iter: 200);

    [Fact]
    public void A_value_that_a_column_does_not_take_is_refused()
    {
        var column = new Column("published", ColumnType.Day, isOptional: false);

        var missing = () => column.Add((DateOnly?)null);
        var other = () => column.Add("yesterday");

        missing.Should().Throw<InvalidOperationException>();
        other.Should().Throw<InvalidOperationException>();
    }

    private static byte[] Written(OffsetUnit unit, params Reading[] readings)
    {
        using var bytes = new MemoryStream();
        using var writer = RecordWriter.Create(RecordFormat.Parquet, bytes, unit);
        foreach (var reading in readings) writer.Write(reading);
        writer.Finish();
        return bytes.ToArray();
    }

    private static Task<ParquetReader> Read(byte[] bytes) => ParquetReader.CreateAsync(new MemoryStream(bytes), new ParquetOptions { UseDateOnlyTypeForDates = true }, leaveStreamOpen: false, Token);

    private static DataField Field(ParquetReader file, string name) => file.Schema.DataFields.Single(field => field.Name == name);

    private static async Task<string?[]> Texts(ParquetReader file, string name, int group = 0)
    {
        using var rows = file.OpenRowGroupReader(group);
        var texts = new string?[rows.RowCount];
        await rows.ReadAsync(Field(file, name), texts.AsMemory(), null, Token);
        return texts;
    }

    private static async Task<int?[]> Numbers(ParquetReader file, string name)
    {
        using var rows = file.OpenRowGroupReader(0);
        var numbers = new int?[rows.RowCount];
        await rows.ReadAsync<int>(Field(file, name), numbers.AsMemory(), null, Token);
        return numbers;
    }

    private static async Task<DateOnly?[]> Days(ParquetReader file, string name)
    {
        using var rows = file.OpenRowGroupReader(0);
        var days = new DateOnly?[rows.RowCount];
        await rows.ReadAsync<DateOnly>(Field(file, name), days.AsMemory(), null, Token);
        return days;
    }
}
