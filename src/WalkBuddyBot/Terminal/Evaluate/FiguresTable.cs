using System.Globalization;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Measuring;

namespace WalkBuddyBot.Terminal.Evaluate;

/// <summary>The figures as tables to read.</summary>
internal sealed class FiguresTable(TextWriter output)
{
    private const int MostConfusions = 25;
    private const int MostSamples = 3;

    public void Write(CrossValidation folds)
    {
        Line($"best label, whether it would be answered or not: topics {Percent(folds.Best.TopicAccuracy)}, commands {Percent(folds.Best.CommandAccuracy)}; among the best three {Percent(folds.Best.AmongThree)}");
        Line($"{"",-20} {"messages",8} {"answered",8} {"offered",8} {"declined",8}");
        foreach (var band in folds.Bands)
        {
            Line($"{band.Group,-20} {band.Count,8} {Percent(band.Answered, band.Count),8} {Percent(band.Offered, band.Count),8} {Percent(band.Declined, band.Count),8}");
        }

        Line($"");
        Line($"What is offered counts as declined here:");
        Write(folds.Answered);
        Confused(folds);
    }

    public void Write(Figures figures)
    {
        Overall(figures);
        Labels(figures);
        Confusions(figures);
        Slots(figures);
        Curve(figures);
        Latency(figures.Latency);
    }

    private void Overall(Figures figures)
    {
        Line($"{figures.Measured.Length} messages, {figures.InScope} in scope, {figures.Measured.Length - figures.InScope} out of scope");
        Line($"right: {Percent(figures.Accuracy)} of all, {Percent(figures.InScopeAccuracy)} in scope");
        Line($"  topics {Percent(figures.TopicAccuracy)}, commands {Percent(figures.CommandAccuracy)}");
        Line($"  right or among the three named: {Percent(figures.AmongThree)}");
        Line($"macro-F1 {Percent(figures.MacroF1)}; AUROC in scope against out of scope {figures.Auroc:0.000}");
        Line($"declined in scope: {Percent(figures.InScopeDeclined)}");
        Line($"  topics {Percent(figures.TopicsDeclined)}, commands {Percent(figures.CommandsDeclined)}");
        Line($"declined out of scope: {Percent(figures.OutOfScopeDeclined)}");
        Line($"  near {Percent(figures.NearDeclined)}, far {Percent(figures.FarDeclined)}");
        Line($"");
    }

    private void Labels(Figures figures)
    {
        Line($"{"label",-20} {"expected",8} {"got",6} {"right",6} {"declined",8} {"precision",9} {"recall",7} {"F1",7}");
        foreach (var label in figures.Labels)
        {
            Line($"{label.Label,-20} {label.Expected,8} {label.Got,6} {label.Right,6} {label.Declined,8} {Percent(label.Precision),9} {Percent(label.Recall),7} {Percent(label.F1),7}");
        }

        Line($"");
    }

    private void Confusions(Figures figures)
    {
        if (figures.Confusions.IsEmpty)
        {
            return;
        }

        Line($"{"expected",-20} {"got",-20} {"times",5}");
        foreach (var pair in figures.Confusions.Take(MostConfusions))
        {
            Line($"{pair.Expected,-20} {pair.Got,-20} {pair.Count,5}");
        }

        if (figures.Confusions.Length > MostConfusions)
        {
            Line($"and {figures.Confusions.Length - MostConfusions} more kinds, {figures.Confusions.Skip(MostConfusions).Sum(pair => pair.Count)} messages");
        }

        Line($"");
    }

    private void Slots(Figures figures)
    {
        if (figures.Slots.IsEmpty && figures.SlotLines == 0)
        {
            return;
        }

        Line($"slots: {figures.SlotLines} lines, all exact in {Percent(figures.SlotLinesExact)}; silently wrong {figures.SilentlyWrong}");
        foreach (var slot in figures.Slots)
        {
            Line($"{slot.Name,-20} {slot.Compared,8} compared, {slot.Right,6} right");
        }

        Line($"");
    }

    private void Curve(Figures figures)
    {
        if (figures.InScope == 0 || figures.InScope == figures.Measured.Length)
        {
            return;
        }

        Line($"accepted if the score is at least: in scope, of these right, {Intents.OutOfScope}, near, far");
        foreach (var point in figures.Curve)
        {
            Line($"{point.Threshold,6:0.00} {Percent(point.InScope),8} {Percent(point.InScopeRight),8} {Percent(point.OutOfScope),8} {Percent(point.Near),8} {Percent(point.Far),8}");
        }

        Line($"");
    }

    private void Latency(Latency latency)
    {
        if (!double.IsNaN(latency.Median))
        {
            Line($"latency, one thread: median {latency.Median:0.00} ms, p95 {latency.P95:0.00} ms, p99 {latency.P99:0.00} ms, slowest {latency.Most:0.00} ms");
        }
    }

    private void Confused(CrossValidation folds)
    {
        Line($"labels not kept apart, by their best label:");
        foreach (var pair in folds.Confused)
        {
            Line($"warning: {pair.Taken.Length} of {pair.Of} examples of {pair.Expected} are taken for {pair.Got}:");
            foreach (var taken in pair.Taken.Take(MostSamples))
            {
                Line($"  {Path.GetFileName(taken.Example.File)}:{taken.Example.Line}: \"{taken.Example.Text}\" ({taken.Score:0.00})");
            }
        }
    }

    private static string Percent(int part, int whole) => Percent((double)part / whole);

    private static string Percent(double share) =>
        double.IsNaN(share) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}%");

    private void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
