using System.Text;
using OnRecord.Lab.Train.Transformer;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class OnnxInitializersTests
{
    [Fact]
    public void Matrices_without_a_name_are_named_after_the_bias_of_their_product()
    {
        var graph = Part(5, [.. Part(2, [1], kind: 0), .. Part(8, "x.bias"), .. Part(9, Bytes(0.5f))])
            .Concat(Part(5, [.. Part(2, [1], kind: 0), .. Part(8, "77"), .. Part(9, Bytes(2f))]))
            .Concat(Part(1, [.. Part(1, "in"), .. Part(1, "77"), .. Part(2, "78"), .. Part(4, "MatMul")]))
            .Concat(Part(1, [.. Part(1, "x.bias"), .. Part(1, "78"), .. Part(2, "79"), .. Part(4, "Add")]));

        var weights = OnnxInitializers.Read(Part(7, [.. graph]));

        Assert.Equal([0.5f], weights["x.bias"]);
        Assert.Equal([2f], weights["x.weight"]);
    }

    private static byte[] Part(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Part(int field, byte[] content, int kind = 2) => [(byte)(field << 3 | kind), .. kind == 2 ? (byte[])[(byte)content.Length] : [], .. content];

    private static byte[] Bytes(float value) => BitConverter.GetBytes(value);
}
