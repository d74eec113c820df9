using System.Text.RegularExpressions;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed partial class WordingTests
{
    [Fact]
    public void Every_phrase_that_is_said_is_there_and_every_phrase_is_said()
    {
        var folder = Path.Combine(Tree.Root, "src", "WalkBuddyBot.Conversation", "Dialogs");
        var said = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(file => Key().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);

        Assert.Equal(YamlPhrases.Shipped.All.Keys.Order(StringComparer.Ordinal), said.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Phrases_are_calm_and_plain() => Assert.All(YamlPhrases.Shipped.All.Values, phrase =>
    {
        Assert.DoesNotContain('!', phrase);
        Assert.DoesNotMatch("(?i)failed|lazy|should have|you must|cure", phrase);
    });

    [Theory]
    [InlineData("remind me every 2 hours from 09:00 to 17:00", 120, 7)]
    [InlineData("remind me every 90 minutes from 09:00 to 17:00 on weekdays", 90, 5)]
    public void A_rhythm_is_typed_as_it_is_read(string command, int minutes, int days)
    {
        var every = new Recurrence.Every(minutes, new(9, 0), new(17, 0), [.. Enumerable.Range(1, days).Select(day => (IsoDayOfWeek)day)]);

        Assert.Equal(command, TypedWish.Of(every, new LocalDate(2026, 11, 23), NudgeKind.Walk));
    }

    [Fact]
    public void Days_with_different_times_are_told_apart()
    {
        var wish = Recurrence.Weekly.At([IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday], new LocalTime(10, 30), new LocalTime(15, 0));
        var both = new Recurrence.Weekly(wish.Times.Add(IsoDayOfWeek.Saturday, [new(9, 0)]));

        Assert.Equal("on Mondays and Wednesdays at 10:30 and 15:00 and on Saturdays at 09:00", SpokenWish.Of(both, Chat.Paris));
        Assert.Equal("remind me Monday and Wednesday at 10:30 and 15:00 and every Saturday at 09:00", TypedWish.Of(both, new LocalDate(2026, 11, 23), NudgeKind.Walk));
    }

    [Fact]
    public void Times_are_spoken_with_their_days()
    {
        Assert.Equal("Tuesday 24 November at 10:30", SpokenTime.Moment(new LocalDateTime(2026, 11, 24, 10, 30)));
        Assert.Equal("weekends", SpokenTime.Days([IsoDayOfWeek.Sunday, IsoDayOfWeek.Saturday]));
        Assert.Equal(["1 minute", "1 hour", "2 hours", "90 minutes"], new[] { 1, 60, 120, 90 }.Select(SpokenTime.Length));
    }

    [Fact]
    public void A_summary_is_one_line_that_ends_at_a_word()
    {
        Assert.Equal("One. ".Trim(), Voiced.Summary("One. Two.\n\nThree."));
        Assert.EndsWith("word…", Voiced.Summary(string.Join(' ', Enumerable.Repeat("word", 60))));
        Assert.Equal("He said stop. Then more.", Voiced.Speak("He said \"stop\".\n\nThen more."));
    }

    [Fact]
    public void A_reminder_over_a_gap_in_the_clock_is_read_back_at_the_moment_it_comes()
    {
        var chat = new Chat();
        chat.Clock.Reset(Instant.FromUtc(2027, 3, 27, 12, 0));
        chat.Understanding.Learn("night", ScriptedUnderstanding.Wish(new() { Days = ScriptedUnderstanding.Daily, Times = [new(2, 30)] }));

        chat.Says("night");

        Assert.Contains("Next: Sunday 28 March at 03:00, Monday 29 March at 02:30", chat.Text);
    }

    [GeneratedRegex("""\.Say\("([^"]+)""")]
    private static partial Regex Key();
}
