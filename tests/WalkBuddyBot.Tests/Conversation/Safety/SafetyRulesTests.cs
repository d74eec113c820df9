using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>What the rules answer besides a level.</summary>
public sealed class SafetyRulesTests
{
    [Fact]
    public void A_question_about_signs_in_general_is_answered_and_counts_as_none()
    {
        var finding = Bank.Rules.Assess("What are the red flags?");

        Assert.True(finding.Information);
        Assert.Equal(SafetyLevel.None, finding.Level);
        Assert.Contains("happening to you now, call 112", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_soon_or_worth_knowing_comes_as_a_note()
    {
        var soon = Bank.Rules.Assess("there is a lump on my back");
        var inform = Bank.Rules.Assess("I'm pregnant, can I walk?");

        Assert.Equal((SafetyLevel.SeeSoon, null), (soon.Level, soon.Words));
        Assert.Contains("checked", soon.Note, StringComparison.Ordinal);
        Assert.Equal((SafetyLevel.Inform, null), (inform.Level, inform.Words));
        Assert.Contains("midwife", inform.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_else_is_spoken_of_as_the_person()
    {
        var finding = Bank.Rules.Assess("my husband has chest pain");

        Assert.Equal(SafetyLevel.Emergency, finding.Level);
        Assert.Contains("the person", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_of_the_operator_stand_in_the_words()
    {
        var rules = SafetyRules.Load(Bank.Content, new SafetyOptions { EmergencyNumber = "0123", CrisisLine = "Open Ear, 0456" });

        var finding = rules.Assess("I want to die");

        Assert.Contains("call 0123 now", finding.Words, StringComparison.Ordinal);
        Assert.Contains("Open Ear, 0456", finding.Words, StringComparison.Ordinal);
        Assert.DoesNotContain('{', finding.Words!);
    }

    [Theory]
    [InlineData("no fever but my groin is numb", SafetyLevel.Emergency)]
    [InlineData("no numbness or weakness", SafetyLevel.None)]
    [InlineData("I had chest pain ten years ago", SafetyLevel.Inform)]
    [InlineData("I used to get chest pain and now it is back", SafetyLevel.Emergency)]
    [InlineData("my back is killing me and I want to die", SafetyLevel.Crisis)]
    public void Denials_the_past_and_idioms_are_weighed(string text, SafetyLevel level) => Assert.Equal(level, Bank.Rules.Assess(text).Level);

    [Theory]
    [InlineData("numb ")]
    [InlineData("my i no not never ")]
    [InlineData("chest pain ")]
    [InlineData("not without ")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("k ")]
    [InlineData("both legs numb tingling weak back ")]
    [InlineData("'*@$!.,")]
    public void Hostile_repetition_costs_in_proportion_to_its_length(string unit)
    {
        var once = WorkOn(Long(unit, 3_500));
        var fourTimes = WorkOn(Long(unit, 14_000));

        // What the reading allocates stands for its work: a squared cost would be sixteen times as much.
        Assert.InRange(fourTimes / (double)once, 0, 8);
    }

    private static string Long(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static long WorkOn(string text)
    {
        Bank.Rules.Assess(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Bank.Rules.Assess(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Theory]
    [InlineData("n\u00FCmb between my legs and i can't pee")]
    [InlineData("NUMB BETWEEN MY LEGS and I can\u2019t pee")]
    [InlineData("remind me weekdys at 10:30, numbb between my legs, cant pee")]
    public void Slips_accents_and_capitals_hide_nothing(string text) => Assert.Equal(SafetyLevel.Emergency, Bank.Rules.Assess(text).Level);

    [Fact]
    public void Nothing_typed_is_nothing_found() => Assert.Equal(SafetyFinding.None, Bank.Rules.Assess(" \u200B\n"));
}
