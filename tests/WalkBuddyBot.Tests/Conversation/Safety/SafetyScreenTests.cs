using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>The screen before everything else.</summary>
public sealed class SafetyScreenTests
{
    private static readonly Address Somewhere = new(new AddressId(Guid.Empty), "webchat", Tenant: null, "talk", "someone", Scope.Personal, Open: true);

    [Fact]
    public void An_emergency_comes_first_in_plain_words_with_one_way_out()
    {
        var alarm = Screen("chest pain");

        Assert.Equal(SafetyLevel.Emergency, alarm!.Level);
        Assert.Equal(Urgency.Safety, alarm.Reply.Urgency);
        Assert.Equal(alarm.Reply.Text, alarm.Reply.Speak);
        Assert.True(alarm.Reply.Text.Length <= 480);
        Assert.Equal(Verbs.Safe, Assert.Single(alarm.Reply.Choices).Verb);
    }

    [Fact]
    public void What_came_with_a_press_is_screened_too()
    {
        var alarm = Screen(text: null, ("note", "nothing much"), ("reason", "I want to die"));

        Assert.Equal(SafetyLevel.Crisis, alarm!.Level);
    }

    [Theory]
    [InlineData("remind me weekdays at 9")]
    [InlineData("what are the red flags")]
    [InlineData("a lump on my back")]
    [InlineData("")]
    public void Below_the_same_day_there_is_no_alarm(string text) => Assert.Null(Screen(text));

    [Fact]
    public void The_words_of_the_person_are_not_echoed()
    {
        var alarm = Screen("my groin is numb, said Ferdinand Zzyzx");

        Assert.DoesNotContain("Zzyzx", alarm!.Reply.Text + alarm.Reply.Summary, StringComparison.Ordinal);
    }

    private static SafetyAlarm? Screen(string? text, params (string Name, string Value)[] inputs) => new SafetyScreen(Bank.Rules).Screen(new Heard(
        "key", Somewhere, text, Verb: null, About: null, inputs.ToImmutableDictionary(input => input.Name, input => input.Value), ZoneHint: null, "en"));
}
