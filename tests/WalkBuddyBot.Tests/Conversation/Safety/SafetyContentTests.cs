using System.ComponentModel.DataAnnotations;
using WalkBuddyBot.Conversation.Safety;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>The files and the options behind the rules.</summary>
public sealed class SafetyContentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("walkbuddy-safety").FullName;

    [Fact]
    public void The_files_as_they_ship_have_no_mistake() => Assert.Empty(SafetyContentCheck.Check(Bank.Content));

    [Theory]
    [InlineData("signs.yaml", "reply: stroke", "reply: strike", "strike")]
    [InlineData("signs.yaml", "level: crisis", "level: awful", "needs a level")]
    [InlineData("signs.yaml", "\"@stairs-fall\"", "\"@stares-fall\"", "@stares-fall")]
    [InlineData("signs.yaml", "\"@stairs-fall\"", "\"\"", "empty")]
    [InlineData("signs.yaml", "\"@stairs-fall\"", "\"fell ~99 stairs\"", "~99")]
    [InlineData("replies.yaml", "Please stay still and call", "You may die, so call", "you may die")]
    [InlineData("replies.yaml", "Please stay still and call", LongText, "characters long")]
    [InlineData("words.yaml", "wipe, wipes", "wipe, @wine", "@wine")]
    public void A_mistake_is_named_by_file_and_line(string file, string right, string wrong, string said)
    {
        var line = Spoil(file, right, wrong);

        var mistakes = SafetyContentCheck.Check(_folder).ToList();

        Assert.Contains(mistakes, one => one.File == "safety/" + file && one.What.Contains(said, StringComparison.Ordinal) && Math.Abs(one.Line - line) <= 4);
        Assert.Throws<InvalidDataException>(() => SafetyRules.Load(_folder, new SafetyOptions()));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var mistakes = SafetyContentCheck.Check(_folder);

        Assert.Contains(mistakes, one => one.File == "safety/replies.yaml" && one.What.Contains("missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_blank_emergency_number_is_refused_by_name(string number)
    {
        var options = new SafetyOptions { EmergencyNumber = number };
        var wrong = new List<ValidationResult>();

        var valid = Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true);

        Assert.False(valid);
        Assert.Contains("Safety:EmergencyNumber", wrong[0].ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EmergencyNumber")]
    [InlineData("CrisisLine")]
    [InlineData("UrgentCareLine")]
    public void A_text_too_long_for_a_short_reply_is_refused_by_key_and_length(string key)
    {
        var options = new SafetyOptions();
        typeof(SafetyOptions).GetProperty(key)!.SetValue(options, new string('9', SafetyOptions.LongestText + 1));
        var wrong = new List<ValidationResult>();

        Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true);

        Assert.Contains($"Safety:{key}", Assert.Single(wrong).ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("80", wrong[0].ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words.yaml", "  wipe: >-", "  wipe >-", "cannot be read")]
    [InlineData("words.yaml", "  wipe: >-", "  numb: >-", "Duplicate key numb")]
    public void What_the_reader_of_the_files_cannot_read_is_named_by_line(string file, string right, string wrong, string said)
    {
        var line = Spoil(file, right, wrong);

        var mistakes = SafetyContentCheck.Check(_folder);

        Assert.Contains(mistakes, one => one.File == "safety/" + file && one.Line == line && one.What.Contains(said, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string LongText = "Please stay still. Please stay still. Please stay still. Please stay still. Please stay still. Please stay still. "
        + "Please stay still. Please stay still. Please stay still. Please stay still. Please stay still. Please stay still. "
        + "Please stay still. Please stay still. Please stay still. Please stay still. Please stay still. Please stay still and call";

    private int Spoil(string file, string right, string wrong)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "safety"));
        foreach (var path in Directory.GetFiles(Path.Combine(Bank.Content, "safety")))
        {
            File.Copy(path, Path.Combine(_folder, "safety", Path.GetFileName(path)));
        }

        var target = Path.Combine(_folder, "safety", file);
        var text = File.ReadAllText(target);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        File.WriteAllText(target, text[..at] + wrong + text[(at + right.Length)..]);
        return text[..at].Count(sign => sign == '\n') + 1;
    }
}
