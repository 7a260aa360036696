using CsCheck;
using OnRecord.Lab.Train.Language;
using OnRecord.Language.Entities;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Syntax;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Tests.Lab;

public sealed class LanguageTrainingTests
{
    // A projective tree: each word hangs on the root of a stretch that is cut in two until it is one word long.
    private static readonly Gen<int[]> Trees = Gen.Select(Gen.Int[1, 15], Gen.Int[0, int.MaxValue]).Select((count, seed) =>
    {
        var heads = new int[count];
        Grow(0, count, -1, new Random(seed));
        return heads;

        void Grow(int from, int end, int head, Random random)
        {
            if (from >= end) return;
            var root = random.Next(from, end);
            heads[root] = head;
            Split(from, root, root, random);
            Split(root + 1, end, root, random);
        }

        void Split(int from, int end, int head, Random random)
        {
            while (from < end)
            {
                var next = random.Next(from + 1, end + 1);
                Grow(from, next, head, random);
                from = next;
            }
        }
    });

    [Fact]
    public void Following_the_oracle_rebuilds_any_projective_tree() => Trees.Sample(heads =>
    {
        var state = new ArcHybrid();
        var built = new int[heads.Length];
        var taken = 0;
        state.Begin(heads.Length);
        while (!state.IsDone)
        {
            var free = Enumerable.Range(0, 3).First(t => state.Allows(t) && Oracle.Cost(state, t, heads) == 0);
            var (word, head) = state.Take(free);
            if (word >= 0) built[word] = head;
            taken++;
        }
        built.Should().Equal(heads);
        taken.Should().Be(2 * heads.Length);
    });

    [Fact]
    public void The_oracle_counts_the_arcs_that_are_lost() => Gen.Select(Trees, Gen.Int[0, int.MaxValue]).Sample((heads, seed) =>
    {
        // Whatever was done wrong before, going on at the least cost loses exactly the arcs whose loss was counted.
        var random = new Random(seed);
        var state = new ArcHybrid();
        var built = new int[heads.Length];
        var lost = 0;
        state.Begin(heads.Length);
        while (!state.IsDone)
        {
            var allowed = Enumerable.Range(0, 3).Where(state.Allows).ToArray();
            var taken = random.Next(4) == 0 ? allowed[random.Next(allowed.Length)] : allowed.MinBy(t => Oracle.Cost(state, t, heads));
            lost += Oracle.Cost(state, taken, heads);
            var (word, head) = state.Take(taken);
            if (word >= 0) built[word] = head;
        }
        built.Where((head, word) => head != heads[word]).Should().HaveCount(lost);
    });

    [Fact]
    public void The_gradient_is_what_the_loss_does_when_a_weight_moves()
    {
        var batch = Batch();
        var network = Tiny();
        network.Backward(batch);
        for (var i = 0; i < network.Parameters.Count; i++)
        {
            var gradient = network.Parameters[i].Gradient;
            var steepest = Enumerable.Range(0, network.Parameters[i].Count).MaxBy(w => Math.Abs(gradient[w]));
            var measured = (LossWith(i, steepest, 4e-3f) - LossWith(i, steepest, -4e-3f)) / 8e-3;

            ((double)gradient[steepest]).Should().BeApproximately(measured, 0.02 + Math.Abs(measured) * 0.05, network.Parameters[i].Name);
        }

        double LossWith(int parameter, int weight, float change)
        {
            // A network made anew drops the same inputs, so that only the weight makes a difference.
            var moved = Tiny();
            moved.Parameters[parameter].Value[weight] += change;
            return moved.Backward(batch);
        }
    }

    [Fact]
    public void The_gradient_of_the_parser_is_what_its_loss_does_when_a_weight_moves()
    {
        Example[] batch = [Batch()[0]];
        var parser = TinyParser();
        parser.Backward(batch);
        for (var i = 0; i < parser.Parameters.Count; i++)
        {
            var gradient = parser.Parameters[i].Gradient;
            var steepest = Enumerable.Range(0, parser.Parameters[i].Count).MaxBy(w => Math.Abs(gradient[w]));
            var measured = (LossWith(i, steepest, 2e-3f) - LossWith(i, steepest, -2e-3f)) / 4e-3;

            ((double)gradient[steepest]).Should().BeApproximately(measured, 0.02 + Math.Abs(measured) * 0.05, parser.Parameters[i].Name);
        }

        double LossWith(int parameter, int weight, float change)
        {
            var moved = TinyParser();
            moved.Parameters[parameter].Value[weight] += change;
            return moved.Backward(batch);
        }
    }

    [Fact]
    public void Training_the_parser_leaves_the_encoder_as_it_is_and_learns_the_tree()
    {
        Example[] batch = [Batch()[0]];
        var encoder = Tiny();
        var before = encoder.Parameters.Select(p => p.Value.ToArray()).ToArray();
        var parser = new ParserNetwork(encoder, encoder.Shape with { Width = 8, Hidden = 16, SeesState = true }, seed: 5) { Explores = true };
        for (var i = 0; i < 300; i++) parser.Learn(batch, 0.01);

        parser.Parse(batch).Single().Select(w => w.Head).Should().Equal(batch[0].Heads);
        encoder.Parameters.Select(p => p.Value).Should().BeEquivalentTo(before, o => o.WithStrictOrdering());
    }

    [Fact]
    public void The_parser_reads_as_it_was_trained()
    {
        const string text = "The court in Oslo rules today .";
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        var forms = tokens.Select(t => WordForm.Of(t.Span.Slice(text.AsSpan()))).ToArray();
        ulong[] vocabulary = [forms[0].Lower, forms[1].Lower, forms[2].Lower];
        var example = new Example
        {
            Forms = forms,
            Words = [.. forms.Select(f => Array.IndexOf(vocabulary, f.Lower) + 1)],
            Vectors = [.. forms.Select(f => Vectors().Find(f.Lower))],
            Heads = [1, 4, 3, 1, -1, 4, 4],
            Relations = [0, 1, 2, 0, 1, 2, 0],
        };
        var encoder = Tiny();
        var parser = new ParserNetwork(encoder, encoder.Shape with { Width = 8, Hidden = 16, SeesState = true }, seed: 5) { Explores = true };
        for (var i = 0; i < 300; i++) parser.Learn([example], 0.01);
        var learned = parser.Parameters.Concat(encoder.Parameters.Where(p => parser.Parameters.TrueForAll(own => own.Name != p.Name)));
        var file = new ModelFile(
        [
            new("sizes", Weights.Pack(["8", "8", "8", "2"])),
            new("vocabulary", Weights.Pack(vocabulary)),
            new("relation-names", Weights.Pack(["a", "b", "c"])),
            .. learned.Select(p => new KeyValuePair<string, ReadOnlyMemory<byte>>(p.Name, Weights.Pack(p.Value.AsSpan(0, p.Count)))),
        ])
        {
            Name = "language", FeatureSet = "none", Command = "none", Scores = "none",
        };
        var reading = new Encoder(file, Vectors());
        var reader = new DependencyParser(file, reading);
        Sentence[] sentences = [new(0, tokens.Count, new TextSpan(0, text.Length), 0, IsApart: false)];
        var desk = new Desk(reading, 0, reader.Stride);
        var heads = new int[tokens.Count];
        var labels = new byte[tokens.Count];

        reading.Encode(text, tokens, sentences, desk, new int[tokens.Count]);
        reader.Prepare(desk, tokens.Count, sentences);
        reader.Parse(desk.Places.Slice(0, tokens.Count * reader.Stride), desk.Parse, heads, labels);
        GC.KeepAlive(desk);

        heads.Should().Equal(example.Heads);
        labels.Select(l => (int)l).Should().Equal(example.Relations);
    }

    [Fact]
    public void A_state_is_told_by_distances_counts_and_relations()
    {
        const int relations = 5;
        var state = new ArcHybrid();
        state.Begin(4);
        state.Take(ArcHybrid.Shift);
        var rows = Looked();
        state.Take(ArcHybrid.Left);
        state.Name(0, 3);
        state.Take(ArcHybrid.Shift);
        var after = Looked();

        rows.Should().OnlyContain(row => row >= 0 && row < StateFeatures.Rows(relations)).And.OnlyHaveUniqueItems();
        rows[0].Should().Be(1, "the word on top stands right before the next one");
        (after[2] - rows[2]).Should().Be(4, "one word before the top hangs on it");
        (after[4] - rows[4]).Should().Be(3 - relations, "it hangs on it by the relation it was given");

        int[] Looked()
        {
            var looked = new int[StateFeatures.Count];
            StateFeatures.Look(state, relations, looked);
            return looked;
        }
    }

    [Fact]
    public void Training_lowers_the_loss()
    {
        var batch = Batch();
        var network = Tiny();
        var before = network.Learn(batch, 0.01);
        for (var i = 0; i < 40; i++) network.Learn(batch, 0.01);

        network.Learn(batch, 0.01).Should().BeLessThan(before / 2);
    }

    private static Network Tiny() =>
        new(new NetworkShape(8, 4, 3, 4, 3, NameLabels.Count) { Width = 8, Hidden = 8, Layers = 2, WordSize = 8 }, Vectors(), seed: 3) { Rarity = [0, 0, 0, 0] };

    private static ParserNetwork TinyParser()
    {
        var encoder = Tiny();
        return new ParserNetwork(encoder, encoder.Shape with { SeesState = true }, seed: 5);
    }

    private static WordVectors Vectors()
    {
        var keys = new[] { WordForm.Of("court").Lower, WordForm.Of("rules").Lower };
        byte[] rows = [.. Enumerable.Range(0, 16).Select(i => (byte)(i * 7))];
        var file = new ModelFile([new("keys", Weights.Pack(keys)), new("scales", BitConverter.GetBytes(0.01f).Concat(BitConverter.GetBytes(0.02f)).ToArray()), new("rows", rows), new("peaks", Enumerable.Repeat(BitConverter.GetBytes(2.1f), 8).SelectMany(b => b).ToArray())])
        {
            Name = WordVectors.ModelName, FeatureSet = WordVectors.FeatureSet, Command = "none", Scores = "none",
        };
        return WordVectors.Load(file);
    }

    private static Example[] Batch()
    {
        var forms = "The court in Oslo rules today .".Split(' ').Select(w => WordForm.Of(w)).ToArray();
        var syntax = new Example
        {
            Forms = forms,
            Words = [1, 2, 3, 0, 2, 1, 3],
            Vectors = [-1, 0, -1, -1, 1, -1, -1],
            Universal = [0, 1, 2, 1, 0, 1, 2],
            Penn = [0, 1, 2, 3, 0, 1, 2],
            Heads = [1, 4, 3, 1, -1, 4, 4],
            Relations = [0, 1, 2, 0, 1, 2, 0],
        };
        uint place = 1u << NameLabels.First(NameType.Place), date = 1u << NameLabels.First(NameType.Date);
        var names = new Example { Forms = forms, Words = syntax.Words, Vectors = syntax.Vectors, Names = [1, 1, 1, place, 1, 1 | date, 1] };
        return [syntax, names];
    }
}
