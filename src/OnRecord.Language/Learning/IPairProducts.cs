using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>
/// Neighbouring whole numbers multiplied and added to a sum. Which instructions do it is settled once a product and not at
/// each step: a look at what the processor can costs as much as the step.
/// </summary>
internal interface IPairProducts
{
    /// <summary>The sum with the products of each two neighbours.</summary>
    static abstract Vector256<int> Add(Vector256<int> sum, Vector256<short> a, Vector256<short> b);
}
