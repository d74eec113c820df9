using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using WalkBuddyBot.Conversation.Understanding.Measuring;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Measuring;

/// <summary>Examples read, asked and compared, on a Monday at ten in New York.</summary>
public sealed class MeasurementTests
{
    [Fact]
    public async Task Only_the_slots_that_are_given_are_compared()
    {
        var figures = await MeasureAsync(
            """{"text":"remind me weekdays at 10:30","label":"set_reminder","slots":{"times":["10:30"]}}""",
            """{"text":"remind me weekdays at 10:30","label":"set_reminder"}""");

        Assert.Equal(["times"], figures.Slots.Select(slot => slot.Name));
        Assert.Equal(1, figures.SlotLines);
        Assert.Equal(1, figures.SlotLinesExact);
        Assert.Empty(figures.Wrong);
    }

    [Fact]
    public async Task No_slots_means_none_and_null_means_none_of_that_name()
    {
        var figures = await MeasureAsync(
            """{"text":"remind me weekdays at 10:30","label":"set_reminder","slots":{}}""",
            """{"text":"remind me weekdays at 10:30","label":"set_reminder","slots":{"days":null}}""",
            """{"text":"stop","label":"stop","slots":{}}""");

        Assert.Equal([("days", 2, 0), ("times", 1, 0)], figures.Slots.Select(slot => (slot.Name, slot.Compared, slot.Right)));
        Assert.Equal(1.0 / 3, figures.SlotLinesExact, 9);
        Assert.Equal(2, figures.SilentlyWrong);
        Assert.Equal([1, 2], figures.Wrong.Select(wrong => wrong.Example.Line));
    }

    [Fact]
    public async Task A_slot_that_is_asked_for_is_wrong_but_not_silently()
    {
        var figures = await MeasureAsync("""{"text":"remind me at 7","label":"set_reminder","slots":{"times":["07:00"]}}""");

        Assert.Equal(0, figures.SlotLinesExact);
        Assert.Equal(0, figures.SilentlyWrong);
    }

    [Fact]
    public async Task What_is_asked_refused_or_alarming_can_be_compared_too()
    {
        var figures = await MeasureAsync(
            """{"text":"remind me at 7","label":"set_reminder","ask":"am_pm"}""",
            """{"text":"remind me at 25:00","label":"set_reminder","error":"past"}""",
            """{"text":"my legs went numb","label":"oos","safety":"emergency"}""",
            """{"text":"stop","label":"stop","ask":null}""");

        Assert.Equal([("ask", 2, 2), ("error", 1, 0), ("safety", 1, 1)], figures.Slots.Select(slot => (slot.Name, slot.Compared, slot.Right)));
        Assert.Equal(0, figures.SlotLines);
        Assert.Equal([2], figures.Measured.Where(one => !one.SlotsRight).Select(one => one.Example.Line));
    }

    [Fact]
    public async Task Lines_that_are_no_examples_are_named_and_the_others_read()
    {
        var (examples, mistakes) = await ReadAsync(
            "not json",
            """{"text":"stop","label":"stop","source":"a note of somebody's"}""",
            "",
            """{"text":"stop"}""",
            """{"text":"stop","label":"halt"}""",
            """{"text":"stop","label":"stop","slots":[]}""",
            """{"text":"half a pair \ud83d","label":"oos"}""",
            """{"text":"buy shoes","label":"oos","group":"near"}""",
            """{"text":"stop","label":"stop","slots":{"days":["mon"],"days":["tue"]}}""");

        Assert.Equal([(2, "stop", null), (8, "oos", "near")], examples.Select(example => (example.Line, example.Label, example.Group)));
        Assert.Equal(["Line 1", "Line 4", "Line 5", "Line 6", "Line 7", "Line 9"], mistakes.Select(mistake => mistake.Split(':')[0]));
        Assert.Contains("unknown label \"halt\"", mistakes[2], StringComparison.Ordinal);
    }

    private static async Task<Figures> MeasureAsync(params string[] lines)
    {
        var (examples, mistakes) = await ReadAsync(lines);
        Assert.Empty(mistakes);
        return Figures.Of(Measurement.Of(Fixture.Understanding, examples, Fixture.Now, Fixture.Zone, new FakeTimeProvider()));
    }

    private static Task<(ImmutableArray<Example> Examples, ImmutableArray<string> Mistakes)> ReadAsync(params string[] lines) =>
        ExampleReader.ReadAsync(new StringReader(string.Join('\n', lines)), CancellationToken.None);
}
