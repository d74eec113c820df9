using Microsoft.Extensions.Logging.Abstractions;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Safety.Learning;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>What was learnt may raise a level, and do nothing else.</summary>
public sealed class LearnedRulesTests
{
    private static readonly Sensed Heart = new(new Danger("heart", SafetyLevel.Emergency), Score: 9, Sure: true, Other: false);

    [Fact]
    public void What_the_rules_miss_is_raised_with_the_words_of_its_group()
    {
        var finding = With(Heart).Assess("it all went sideways in there");

        Assert.Equal(SafetyLevel.Emergency, finding.Level);
        Assert.Equal(Bank.Rules.Assess("chest pain").Words, finding.Words);
    }

    [Fact]
    public void What_is_only_suspected_is_put_as_a_question_with_the_number_in_it()
    {
        var finding = With(Heart with { Sure = false }).Assess("it all went sideways in there");

        Assert.Equal(SafetyLevel.Emergency, finding.Level);
        Assert.StartsWith("Are you having this now", finding.Words, StringComparison.Ordinal);
        Assert.Contains("112", finding.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I want to die")]
    [InlineData("numb between my legs")]
    [InlineData("one calf is swollen and hot")]
    public void What_the_rules_found_stands_whatever_was_learnt(string text)
    {
        var learnt = With(Heart with { Danger = new Danger("any", SafetyLevel.SameDay) });

        Assert.Equal(Bank.Rules.Assess(text), learnt.Assess(text));
        Assert.Equal(Bank.Rules.Assess(text), With(null).Assess(text));
    }

    [Fact]
    public void A_question_about_signs_in_general_stays_one_unless_there_is_no_doubt()
    {
        const string question = "What are the red flags?";

        Assert.True(With(Heart with { Sure = false }).Assess(question).Information);
        Assert.False(With(Heart).Assess(question).Information);
    }

    [Fact]
    public void When_the_learnt_part_fails_the_rules_stand()
    {
        var broken = new LearnedRules(Bank.Rules, new Broken());

        Assert.Equal(SafetyLevel.Emergency, broken.Assess("chest pain").Level);
        Assert.Equal(SafetyFinding.None, broken.Assess("remind me at nine"));
    }

    [Theory]
    [InlineData("no-such-file")]
    [InlineData("damaged")]
    public void Without_a_whole_model_nothing_is_sensed_and_the_rules_stand(string name)
    {
        var path = Path.Combine(Path.GetTempPath(), $"walkbuddy-{name}-{Environment.ProcessId}.model");
        if (name == "damaged")
        {
            File.WriteAllText(path, "WALKSAFE and then something else altogether, long enough to be looked at as a whole");
        }

        var learnt = new LearnedSafety(Bank.Rules.Book, () => throw new InvalidOperationException("no encoder"), path, NullLogger<LearnedSafety>.Instance);

        Assert.Null(learnt.Sense("it all went sideways in there"));
        File.Delete(path);
    }

    private static LearnedRules With(Sensed? sensed) => new(Bank.Rules, new Says(sensed));

    private sealed class Says(Sensed? sensed) : ILearnedSafety
    {
        public Sensed? Sense(string text) => sensed;
    }

    private sealed class Broken : ILearnedSafety
    {
        public Sensed? Sense(string text) => throw new InvalidOperationException("no encoder");
    }
}
