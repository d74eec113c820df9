using System.Text.Encodings.Web;
using System.Text.Json;
using WalkBuddyBot.Conversation.Understanding.Measuring;

namespace WalkBuddyBot.Terminal.Evaluate;

/// <summary>The figures as one JSON object; null where there was nothing to measure.</summary>
internal static class FiguresJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string Write(Figures figures) => JsonSerializer.Serialize(Of(figures), Form);

    public static string Write(CrossValidation folds) => JsonSerializer.Serialize(
        new
        {
            Best = Of(folds.Best),
            folds.Bands,
            Answered = Of(folds.Answered),
            Confused = folds.Confused.Select(pair => new { pair.Expected, pair.Got, Count = pair.Taken.Length, pair.Of }),
        },
        Form);

    private static object Of(Figures figures) =>
        new
        {
            Messages = figures.Measured.Length,
            figures.InScope,
            Accuracy = Number(figures.Accuracy),
            InScopeAccuracy = Number(figures.InScopeAccuracy),
            TopicAccuracy = Number(figures.TopicAccuracy),
            CommandAccuracy = Number(figures.CommandAccuracy),
            AmongThree = Number(figures.AmongThree),
            MacroF1 = Number(figures.MacroF1),
            Auroc = Number(figures.Auroc),
            Declined = new
            {
                InScope = Number(figures.InScopeDeclined),
                Topics = Number(figures.TopicsDeclined),
                Commands = Number(figures.CommandsDeclined),
                Oos = Number(figures.OutOfScopeDeclined),
                Near = Number(figures.NearDeclined),
                Far = Number(figures.FarDeclined),
            },
            Slots = new
            {
                Lines = figures.SlotLines,
                LinesExact = Number(figures.SlotLinesExact),
                figures.SilentlyWrong,
                Each = figures.Slots.Select(slot => new { slot.Name, slot.Compared, slot.Right }),
            },
            Labels = figures.Labels.Select(label => new
            {
                label.Label,
                label.Expected,
                label.Got,
                label.Right,
                label.Declined,
                Precision = Number(label.Precision),
                Recall = Number(label.Recall),
                F1 = Number(label.F1),
            }),
            Confusions = figures.Confusions.Select(pair => new { pair.Expected, pair.Got, pair.Count }),
            Curve = figures.Curve.Select(point => new
            {
                point.Threshold,
                InScope = Number(point.InScope),
                InScopeRight = Number(point.InScopeRight),
                Near = Number(point.Near),
                Far = Number(point.Far),
                Oos = Number(point.OutOfScope),
            }),
            LatencyMs = new
            {
                Median = Number(figures.Latency.Median),
                P95 = Number(figures.Latency.P95),
                P99 = Number(figures.Latency.P99),
                Most = Number(figures.Latency.Most),
            },
        };

    private static double? Number(double value) => double.IsNaN(value) ? null : Math.Round(value, 4);
}
