using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;
using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>Learns dangers from examples. The same examples give the same model, on any number of threads.</summary>
internal static class DangerTrainer
{
    /// <summary>Learns from all examples; says how those that were kept from learning were judged.</summary>
    public static (DangerModel Model, DangerFigures Figures) Train(
        IReadOnlyList<SafetyExample> examples, Book book, ISentenceEncoder encoder, DangerTuning? tuning = null)
    {
        tuning ??= new();
        var ready = DangerExamples.From(examples, book, encoder, tuning.Threads);
        var (odds, parts) = OutOfFold(ready, tuning);
        var fusion = Weigh(ready, odds);
        double Score(DangerParts.Leaning of) => DangerModel.Weigh(fusion.AsSpan(), of.Terms, of.Vector, of.Excuses);
        var held = ready.All.Select((example, at) => new HeldOutDanger(
            example.Example, odds[at].Max(Score), odds[at].Max(both => both.Terms))).ToImmutableArray();
        var suspect = Math.Max(
            Threshold(held.Where(one => one.Example is { Danger: null, LookAlike: false }), tuning.OrdinaryAlarms),
            Threshold(held.Where(one => one.Example.LookAlike), tuning.LookAlikeAlarms));
        var seen = held.Where(one => one.Example.Danger is not null && one.Score >= suspect).Select(one => one.Terms).Order().ToList();
        var worth = seen.Count == 0 ? double.NegativeInfinity : seen[(int)(seen.Count * tuning.UnencodedMisses)];
        var model = new DangerModel(
            ready.Dangers, parts.Table, parts.Lexical, parts.Semantic, fusion, worth, suspect, suspect + tuning.DoubtWidth);
        return (model, new DangerFigures(held, suspect));
    }

    private static (DangerParts.Leaning[][] Odds, DangerParts All) OutOfFold(DangerExamples ready, DangerTuning tuning)
    {
        var classes = ready.Dangers.Length + 1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = tuning.Threads };
        var parts = new DangerParts[tuning.Folds + 1];

        // The last learns from all examples: no example has its number as its fold.
        Parallel.For(0, parts.Length, options, fold =>
            parts[fold] = DangerParts.Train(ready.All.Where((_, at) => at % tuning.Folds != fold), classes, tuning));

        var odds = new DangerParts.Leaning[ready.All.Length][];
        Parallel.For(0, odds.Length, options, at => odds[at] = [.. ready.All[at].Stretches.Select(parts[at % tuning.Folds].Of)]);
        return (odds, parts[^1]);
    }

    // A logistic regression on the whole messages.
    private static ImmutableArray<double> Weigh(DangerExamples ready, DangerParts.Leaning[][] odds)
    {
        var rows = odds.Select((all, at) => (Of: all[0], Danger: ready.All[at].Class > 0)).ToList();
        return [.. Descent.Lowest(
            (at, slope) =>
            {
                var loss = 0.0;
                foreach (var (of, danger) in rows)
                {
                    var score = DangerModel.Weigh(at, of.Terms, of.Vector, of.Excuses);
                    loss += Math.Log(1 + Math.Exp(danger ? -score : score)) / rows.Count;
                    var error = ((1 / (1 + Math.Exp(-score))) - (danger ? 1 : 0)) / rows.Count;
                    slope[0] += error * of.Terms;
                    slope[1] += error * of.Vector;
                    slope[2] += error;
                    slope[3] += of.Excuses.Met ? error : 0;
                    slope[4] += of.Excuses.Figurative ? error : 0;
                }

                return loss;
            },
            [0.5, 0.5, 0, 0, 0])];
    }

    // The lowest score at which no more than a share of these raise an alarm.
    private static double Threshold(IEnumerable<HeldOutDanger> harmless, double share)
    {
        var scores = harmless.Select(one => one.Score).OrderDescending().ToList();
        return scores.Count == 0 ? 0 : Math.BitIncrement(scores[Math.Min(scores.Count - 1, (int)(scores.Count * share))]);
    }
}
