using System.Globalization;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Measuring;

namespace WalkBuddyBot.Terminal.Evaluate;

/// <summary>The figures as tables to read.</summary>
internal sealed class FiguresTable(TextWriter output)
{
    private const int MostConfusions = 25;

    public void Write(Figures figures)
    {
        Overall(figures);
        Labels(figures);
        Confusions(figures);
        Slots(figures);
        Curve(figures);
        Line($"latency, one thread: median {figures.Latency.Median:0.00} ms, p95 {figures.Latency.P95:0.00} ms, p99 {figures.Latency.P99:0.00} ms, slowest {figures.Latency.Most:0.00} ms");
    }

    private void Overall(Figures figures)
    {
        Line($"{figures.Measured.Length} messages, {figures.InScope} in scope, {figures.Measured.Length - figures.InScope} out of scope");
        Line($"right: {Percent(figures.Accuracy)} of all, {Percent(figures.InScopeAccuracy)} in scope: topics {Percent(figures.TopicAccuracy)}, commands {Percent(figures.CommandAccuracy)}; right or among the three named {Percent(figures.AmongThree)}");
        Line($"macro-F1 {Percent(figures.MacroF1)}; AUROC in scope against out of scope {figures.Auroc:0.000}");
        Line($"declined: in scope {Percent(figures.InScopeDeclined)} (topics {Percent(figures.TopicsDeclined)}, commands {Percent(figures.CommandsDeclined)}); out of scope {Percent(figures.OutOfScopeDeclined)} (near {Percent(figures.NearDeclined)}, far {Percent(figures.FarDeclined)})");
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

    private static string Percent(double share) =>
        double.IsNaN(share) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}%");

    private void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
