using System.Runtime.InteropServices;
using System.Text;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// Reads the weights of an ONNX file (https://onnx.ai), which is a message of protocol buffers: a model holds a graph, a graph
/// its nodes and initialisers. Nothing else of it is looked at.
/// </summary>
internal static class OnnxInitializers
{
    private const int Graph = 7, Node = 1, Initializer = 5;
    private const int NodeInput = 1, NodeOutput = 2, NodeKind = 4;
    private const int TensorShape = 1, TensorType = 2, TensorName = 8, TensorBytes = 9;
    private const int SinglePrecision = 1;

    /// <summary>
    /// The tensors of single precision by name. Exporters leave the matrices of a product without a name; such a one is named
    /// after the bias that is added to its product: "x.bias" has "x.weight".
    /// </summary>
    public static Dictionary<string, float[]> Read(ReadOnlyMemory<byte> model)
    {
        var tensors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var products = new Dictionary<string, string>(StringComparer.Ordinal);
        var sums = new List<(string Left, string Right)>();
        foreach (var (_, graph) in Parts(model, Graph))
        {
            foreach (var (field, part) in Parts(graph, Node, Initializer))
            {
                if (field == Initializer) AddTensor(part, tensors);
                else AddNode(part, products, sums);
            }
        }
        foreach (var (left, right) in sums)
        {
            var (bias, product) = tensors.ContainsKey(left) ? (left, right) : (right, left);
            if (!bias.EndsWith(".bias", StringComparison.Ordinal) || !products.TryGetValue(product, out var matrix) || !tensors.TryGetValue(matrix, out var values)) continue;
            tensors[bias[..^"bias".Length] + "weight"] = values;
        }
        return tensors;
    }

    private static void AddTensor(ReadOnlyMemory<byte> tensor, Dictionary<string, float[]> tensors)
    {
        var (name, isSingle) = ("", false);
        ReadOnlyMemory<byte> bytes = default;
        foreach (var (field, part) in Parts(tensor, TensorShape, TensorType, TensorName, TensorBytes))
        {
            if (field == TensorName) name = Encoding.UTF8.GetString(part.Span);
            else if (field == TensorBytes) bytes = part;
            else if (field == TensorType) isSingle = part.Span[0] == SinglePrecision;
        }
        if (isSingle) tensors[name] = MemoryMarshal.Cast<byte, float>(bytes.Span).ToArray();
    }

    private static void AddNode(ReadOnlyMemory<byte> node, Dictionary<string, string> products, List<(string, string)> sums)
    {
        var (inputs, output, kind) = (new List<string>(), "", "");
        foreach (var (field, part) in Parts(node, NodeInput, NodeOutput, NodeKind))
        {
            var text = Encoding.UTF8.GetString(part.Span);
            if (field == NodeInput) inputs.Add(text);
            else if (field == NodeOutput) output = text;
            else kind = text;
        }
        if (kind == "MatMul") products[output] = inputs[1];
        if (kind == "Add") sums.Add((inputs[0], inputs[1]));
    }

    // A number is given as its own bytes, anything with a length as what follows the length.
    private static IEnumerable<(int Field, ReadOnlyMemory<byte> Part)> Parts(ReadOnlyMemory<byte> message, params int[] wanted)
    {
        var at = 0;
        while (at < message.Length)
        {
            var key = Number(message.Span, ref at);
            var start = at;
            switch (key & 7)
            {
                case 0: Number(message.Span, ref at); break;
                case 1: at += 8; break;
                case 2:
                    var length = (int)Number(message.Span, ref at);
                    start = at;
                    at += length;
                    break;
                case 5: at += 4; break;
                default: throw new InvalidDataException($"A field of the kind {key & 7} at byte {at} is not one of an ONNX file.");
            }
            if (at > message.Length) throw new InvalidDataException($"The ONNX file ends inside a field at byte {start}.");
            if (wanted.Contains((int)(key >> 3))) yield return ((int)(key >> 3), message[start..at]);
        }
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            number |= (ulong)(part & 127) << shift;
            if (part < 128) return number;
        }
    }
}
