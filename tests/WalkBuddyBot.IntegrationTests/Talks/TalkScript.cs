using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.IntegrationTests.Talks;

/// <summary>
/// A conversation as it is written down in a file: what is said and pressed, how the clock moves, and after each what is answered, kept
/// and due next. The lines are explained in <see cref="TalkTests"/>.
/// </summary>
public sealed record TalkScript(string Title, string Place, LocalDateTime Start, string Zone, IReadOnlyList<TalkStep> Steps)
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public override string ToString() => Title;

    public static LocalDateTime Moment(string text) => Minute.Parse(text).Value;

    public static string Write(LocalDateTime moment) => Minute.Format(moment);

    public static IReadOnlyList<TalkScript> ReadAll(string file)
    {
        var labelled = Path.GetFileName(Path.GetDirectoryName(file)) == "Turns";
        var lines = File.ReadAllLines(file).Select((line, i) => (Text: line.Trim(), Place: $"{Path.GetFileName(file)}:{i + 1}"))
            .Where(line => line.Text.Length > 0 && !line.Text.StartsWith("//", StringComparison.Ordinal)).ToList();
        var titles = lines.FindAll(line => line.Text.StartsWith('#'));
        return [.. titles.Select((title, i) =>
        {
            var from = lines.IndexOf(title) + 1;
            var to = i + 1 < titles.Count ? lines.IndexOf(titles[i + 1]) : lines.Count;
            return Read(labelled, title.Text.TrimStart('#', ' '), title.Place, lines[from..to]);
        })];
    }

    private static TalkScript Read(bool labelled, string title, string place, List<(string Text, string Place)> lines)
    {
        var at = lines[0].Text.Split(' ');
        Assert.True(at is ["at", _, _, _], $"{lines[0].Place}: a conversation begins with 'at 2026-11-23 09:00 Europe/Berlin'.");
        var steps = new List<TalkStep>();
        foreach (var line in lines.Skip(1))
        {
            if (TalkStep.Begins(line.Text) is { } step)
            {
                steps.Add(step with { Place = line.Place });
                continue;
            }

            Assert.True(steps.Count > 0, $"{line.Place}: nothing was said yet.");
            Assert.True(TalkStep.IsExpectation(line.Text), $"{line.Place}: '{line.Text}' is no line of a conversation.");
            steps[^1].Expected.Add(line);
        }

        foreach (var step in steps)
        {
            Assert.True(!labelled || step.IsLabelled, $"{step.Place}: a turn says what it was taken for (label).");
            Assert.True(step.IsWhole, $"{step.Place}: a turn says what is answered (<), kept (=) and due (next); a wait says what was sent.");
        }

        return new(title, place, Moment($"{at[1]} {at[2]}"), at[3], steps);
    }
}

/// <summary>One thing that happens, and what is expected of it.</summary>
public sealed record TalkStep(TalkDeed Deed, string What)
{
    private static readonly string[] Expectations = ["< ", "<! ", "= ", "next ", "sent ", "buttons ", "card ", "label "];

    public string Place { get; init; } = "";

    public List<(string Text, string Place)> Expected { get; } = [];

    /// <summary>Whether it says all that a step of its sort must.</summary>
    public bool IsWhole => Deed == TalkDeed.Wait
        ? Has("sent ")
        : Deed == TalkDeed.Travel || (Has("< ") && Has("= ") && Has("next "));

    public bool IsLabelled => Deed is TalkDeed.Wait or TalkDeed.Travel || Has("label ");

    public static TalkStep? Begins(string line) =>
        line.StartsWith("> ", StringComparison.Ordinal) ? new(TalkDeed.Say, line[2..])
        : line.StartsWith("press ", StringComparison.Ordinal) ? new(TalkDeed.Press, line[6..])
        : line.StartsWith("until ", StringComparison.Ordinal) ? new(TalkDeed.Wait, line[6..])
        : line.StartsWith("client ", StringComparison.Ordinal) ? new(TalkDeed.Travel, line[7..])
        : null;

    public static bool IsExpectation(string line) => Expectations.Any(prefix => line.StartsWith(prefix, StringComparison.Ordinal));

    private bool Has(string prefix) => Expected.Exists(line => line.Text.StartsWith(prefix, StringComparison.Ordinal));
}

/// <summary>What can happen in a conversation.</summary>
public enum TalkDeed
{
    /// <summary>Words are typed.</summary>
    Say,

    /// <summary>A button is pressed: the newest of that title.</summary>
    Press,

    /// <summary>The clock goes on to a local moment.</summary>
    Wait,

    /// <summary>From now on the client names another zone.</summary>
    Travel,
}
