using OnRecord.Lab.Train.Language;

namespace OnRecord.Lab.Train.Network;

/// <summary>A layer over the words of passages while it is trained.</summary>
internal interface ILayerTraining
{
    /// <summary>What is learned, by the name it has in the weight file.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Runs over the passages of a batch, whose tokens stand one after the other.</summary>
    float[] Forward(float[] input, int n, int[] lengths);

    /// <summary>Takes the gradient of the output, adds that of the weights, and returns that of the input.</summary>
    float[] Backward(float[] input, int n, int[] lengths, float[] outputGradient);
}
