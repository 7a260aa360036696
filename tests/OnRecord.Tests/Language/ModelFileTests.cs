using System.Runtime.InteropServices;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Models.English;

namespace OnRecord.Tests.Language;

public sealed class ModelFileTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = ModelFile.Read(new MemoryStream(Bytes()), "test");

        (read.Name, read.FeatureSet, read.Command, read.Scores).Should().Be(("roles", "roles/1", "lab train roles", "f1 0.5"));
        read.Section("weights").ToArray().Should().Equal(1, 2, 3);
        read.Section("none").Length.Should().Be(0);
        read.Checksum.Should().HaveLength(64);
    }

    [Fact]
    public void Any_altered_byte_is_noticed()
    {
        var bytes = Bytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x20;
            var read = () => ModelFile.Read(new MemoryStream(damaged), "test");
            read.Should().Throw<OnRecordException>($"byte {i} was altered").Which.Code.Should().BeOneOf(DiagnosticCodes.ModelDamaged, DiagnosticCodes.ModelMismatch);
        }
    }

    [Fact]
    public void The_checksums_of_the_weights_that_ship_fit_their_content()
    {
        // They are not looked at again when the program starts.
        var assembly = typeof(EnglishModels).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".orm", StringComparison.Ordinal)).ToList();

        names.Should().Contain("attribution.orm").And.Contain("vectors.orm");
        foreach (var name in names)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            copy.Position = 0;
            ModelFile.Read(copy, name).Checksum.Should().Be(EnglishModels.Set.Open(Path.GetFileNameWithoutExtension(name)).Checksum);
        }
    }

    [Fact]
    public void A_file_that_ends_early_is_damaged()
    {
        var bytes = Bytes();
        for (var length = 0; length < bytes.Length; length++)
        {
            var read = () => ModelFile.Read(new MemoryStream(bytes, 0, length), "test");
            read.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.ModelDamaged);
        }
    }

    [Fact]
    public void Another_feature_set_is_refused_with_the_way_out()
    {
        var require = () => ModelFile.Read(new MemoryStream(Bytes()), "test").RequireFeatureSet("roles/2");

        require.Should().Throw<OnRecordException>().WithMessage("The model file 'roles' was trained with the feature set 'roles/1', and this program computes 'roles/2'. Install the weights of the same version, or make them anew with: lab train roles")
            .Which.Code.Should().Be(DiagnosticCodes.ModelMismatch);
    }

    [Fact]
    public void A_set_without_the_model_says_which_and_how_to_make_it()
    {
        var open = () => new ModelSet("an empty set", _ => null).Open("attribution");

        open.Should().Throw<OnRecordException>().WithMessage("The model 'attribution' is not in an empty set.*lab train attribution.").Which.Code.Should().Be(DiagnosticCodes.ModelMissing);
    }

    [Fact]
    public void A_set_reads_each_file_once_and_again_where_it_could_not()
    {
        var opened = 0;
        var set = new ModelSet("a set", _ => ++opened == 1 ? null : new MemoryStream(Bytes()));
        var open = () => set.Open("roles");

        open.Should().Throw<OnRecordException>();
        open().Should().BeSameAs(open());
        opened.Should().Be(2);
    }

    [Fact]
    public void Every_number_of_16_bits_is_read_as_it_is()
    {
        Half[] halves = [.. Enumerable.Range(0, 1 << 16).Select(i => BitConverter.UInt16BitsToHalf((ushort)i)).Where(Half.IsFinite)];
        var file = new ModelFile([new("weights", MemoryMarshal.AsBytes(halves.AsSpan()).ToArray())]) { Name = "roles", FeatureSet = "roles/1", Command = "lab train roles", Scores = "f1 0.5" };

        Weights.Read(file, "weights", halves.Length).Should().Equal(halves.Select(h => (float)h));
    }

    private static byte[] Bytes()
    {
        var file = new ModelFile([new("weights", new byte[] { 1, 2, 3 }), new("none", ReadOnlyMemory<byte>.Empty)]) { Name = "roles", FeatureSet = "roles/1", Command = "lab train roles", Scores = "f1 0.5" };
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }
}
