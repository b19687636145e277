using BriefingGen.Language.Models;
using BriefingGen.Language.Parsing;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Training;

/// <summary>Trains the parser with a dynamic oracle and exploration (Goldberg and Nivre, 2013).</summary>
internal static class ParserTrainer
{
    private const double FollowItself = 0.9;

    /// <summary>All relations, <c>root</c> first.</summary>
    public static List<string> LabelsOf(IEnumerable<TrainSentence> sentences) =>
        [
            "root",
            .. sentences
                .SelectMany(static s => s.Relations)
                .Where(static r => r is not "root")
                .GroupBy(static r => r, StringComparer.Ordinal)
                .Where(static g => g.Count() >= 5)
                .Select(static g => g.Key)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Trains on described sentences that carry predicted tags.</summary>
    public static (Perceptron Moves, Perceptron Labels) Train(
        IReadOnlyList<TrainSentence> sentences,
        IReadOnlyList<string> labels,
        int epochs,
        int seed
    )
    {
        var random = new Random(seed);
        var (moves, naming) = (new Perceptron(ParserState.Moves), new Perceptron(labels.Count));
        var order = sentences.Where(static s => s.Length < 120).ToList();
        var indexOf = labels
            .Select(static (l, i) => (l, i))
            .ToDictionary(static p => p.l, static p => p.i, StringComparer.Ordinal);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            Corpus.Shuffle(order, random);
            var (right, all) = (0, 0);
            foreach (var sentence in order)
            {
                var gold = sentence.Relations.Select(r => indexOf.GetValueOrDefault(r, -1)).ToArray();
                var heads = Learn(sentence, gold, moves, naming, epoch == 0 ? 0 : FollowItself, random);
                right += heads.Where((h, i) => h == sentence.Heads[i]).Count();
                all += sentence.Length;
            }

            Console.Error.WriteLine(
                $"parser, epoch {epoch + 1} of {epochs}: {100.0 * right / all:F2} on training words"
            );
        }

        return (moves, naming);
    }

    /// <summary>Share of words, in per cent, with the right head, and with the right head and relation (subtype aside).</summary>
    public static (double Uas, double Las) Evaluate(
        IReadOnlyList<TrainSentence> sentences,
        IReadOnlyList<string> labels,
        IScorer moves,
        IScorer naming
    )
    {
        var (uas, las, all) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var state = TransitionParser.Parse(sentence.Words, sentence.Predicted, moves, naming);
            for (var i = 0; i < sentence.Length; i++, all++)
            {
                var isHead = state.Heads[i] == sentence.Heads[i];
                uas += isHead ? 1 : 0;
                las += isHead && labels[state.Labels[i]].Split(':')[0] == sentence.Relations[i].Split(':')[0] ? 1 : 0;
            }
        }

        return (100.0 * uas / all, 100.0 * las / all);
    }

    private static int[] Learn(
        TrainSentence sentence,
        int[] gold,
        Perceptron moves,
        Perceptron naming,
        double follow,
        Random random
    )
    {
        var state = new ParserState(sentence.Length);
        var features = new ParserFeatures(sentence.Words, sentence.Predicted, stackalloc uint[ParserFeatures.MaxCount]);
        Span<int> scores = stackalloc int[ParserState.Moves];
        Span<int> labelScores = stackalloc int[naming.Classes];
        Span<int> costs = stackalloc int[ParserState.Moves];
        while (!state.IsDone)
        {
            var active = features.OfMove(state);
            moves.Score(active, scores);
            var predicted = TransitionParser.BestAllowed(state, scores);
            Costs(state, sentence.Heads, costs);
            var wanted = Wanted(state, costs, scores);
            moves.Tick();
            if (costs[predicted] > costs[wanted])
            {
                moves.Update(active, wanted, predicted);
            }

            var move = costs[predicted] <= costs[wanted] || random.NextDouble() < follow ? predicted : wanted;
            byte label = 0;
            if (move != ParserState.Shift)
            {
                var (dependent, head) = state.Arc(move);
                var named = features.OfLabel(state, dependent, head);
                naming.Score(named, labelScores);
                label = TransitionParser.BestLabel(labelScores, head == sentence.Length);
                naming.Tick();
                if (head == sentence.Heads[dependent] && gold[dependent] > 0 && label != gold[dependent])
                {
                    naming.Update(named, gold[dependent], label);
                }
            }

            state.Make(move, label);
        }

        return state.Heads;
    }

    // The best-scoring of the allowed moves that lose the fewest gold arcs.
    private static int Wanted(ParserState state, ReadOnlySpan<int> costs, ReadOnlySpan<int> scores)
    {
        var best = -1;
        for (var move = 0; move < ParserState.Moves; move++)
        {
            if (
                state.Allows(move)
                && (
                    best < 0 || costs[move] < costs[best] || (costs[move] == costs[best] && scores[move] > scores[best])
                )
            )
            {
                best = move;
            }
        }

        return best;
    }

    // How many gold arcs that could still be drawn each move gives up.
    private static void Costs(ParserState state, int[] gold, Span<int> costs)
    {
        costs.Clear();
        var (s0, s1, b0) = (state.Stack(0), state.Stack(1), state.Next);
        for (var depth = 0; depth < state.Depth && b0 < state.Words; depth++)
        {
            var word = state.Stack(depth);
            costs[ParserState.Shift] += gold[word] == b0 ? 1 : 0;
            costs[ParserState.Shift] += depth > 0 && gold[b0] == word ? 1 : 0;
        }

        if (s0 < 0)
        {
            return;
        }

        for (var word = b0; word <= state.Words; word++)
        {
            var lost = word < state.Words && gold[word] == s0 ? 1 : 0;
            costs[ParserState.Left] += lost;
            costs[ParserState.Right] += lost;
            if (gold[s0] == word)
            {
                costs[ParserState.Right]++;
                costs[ParserState.Left] += word == b0 ? 0 : 1;
            }
        }

        costs[ParserState.Left] += s1 >= 0 && gold[s0] == s1 ? 1 : 0;
    }
}
