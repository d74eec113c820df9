using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WalkBuddyBot.Conversation.Safety.Learning;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Registers the safety rules.</summary>
public static class SafetyServices
{
    /// <summary>The rules and the screen, from the safety files below a content folder, with the options of section <c>Safety</c> checked
    /// at start.</summary>
    public static IServiceCollection AddSafety(this IServiceCollection services, string contentFolder)
    {
        services.AddOptions<SafetyOptions>().BindConfiguration(SafetyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ISafetyRules>(provider =>
        {
            var rules = SafetyRules.Load(contentFolder, provider.GetRequiredService<IOptions<SafetyOptions>>().Value);
            var learned = new LearnedSafety(
                rules.Book,
                provider.GetRequiredService<ISentenceEncoder>,
                UnderstandingFolders.Safety,
                provider.GetRequiredService<ILogger<LearnedSafety>>());
            return new LearnedRules(rules, learned);
        });
        services.AddSingleton<ISafetyScreen, SafetyScreen>();
        return services;
    }
}
