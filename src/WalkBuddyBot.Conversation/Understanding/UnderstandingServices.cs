using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Topics;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>Registers understanding. It needs the safety rules and the content beside it.</summary>
public static class UnderstandingServices
{
    /// <summary>Adds <see cref="IUnderstanding"/>.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddSingleton<ISentenceEncoder>(_ => UniversalSentenceEncoder.Load(UnderstandingFolders.Encoder));
        services.AddSingleton<ClassifierSource>();
        services.AddSingleton<IClassifierSource>(provider => provider.GetRequiredService<ClassifierSource>());
        services.AddHostedService<LearnAnew>();
        services.AddSingleton<ITopicMatcher, TfIdfTopicMatcher>();
        services.AddSingleton<IUnderstanding>(provider =>
        {
            var (safety, matcher) = (provider.GetRequiredService<ISafetyRules>(), provider.GetRequiredService<ITopicMatcher>());
            return provider.GetService<ContentSnapshot>() is not { } content ? new UnderstandingPipeline(safety, matcher)
                : new UnderstandingPipeline(
                    safety, matcher, provider.GetRequiredService<IClassifierSource>(),
                    new Speller(content.Words, EncoderWords.Load(UnderstandingFolders.Encoder)));
        });
        return services;
    }
}
