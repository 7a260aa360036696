namespace OnRecord.Tests;

/// <summary>Compares what came out with an approved file; where they differ, what came out is written beside it.</summary>
internal static class Approved
{
    public static void Check(string name, string actual)
    {
        var approved = Repository.Path($"tests/OnRecord.Tests/Approved/{name}.txt");
        var received = System.IO.Path.ChangeExtension(approved, ".received.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        actual = actual.ReplaceLineEndings("\n");
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual);
        Assert.Fail($"{name} differs from its approved file. Read the difference; where it is meant, approve it with\n  mv {received} {approved}\n{Difference.Between(expected, actual)}");
    }
}
