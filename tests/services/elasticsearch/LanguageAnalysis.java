import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.metadata.IndexNameExpressionResolver;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.IndexScopedSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.settings.SettingsFilter;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestController;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.tartarus.snowball.SnowballStemmer;

/**
 * For tests only. The server on Maven Central comes without the optional modules of the full distribution; this gives
 * it, under their names there, what the site's indexes ask for: Lucene's folding of accents, Lucene's Snowball stemmers,
 * terms parted by blanks, and the root page by which a client knows what it speaks to.
 */
public class LanguageAnalysis extends Plugin implements AnalysisPlugin, ActionPlugin {

    @Override
    public List<PreConfiguredTokenizer> getPreConfiguredTokenizers() {
        return List.of(PreConfiguredTokenizer.singleton("whitespace", WhitespaceTokenizer::new));
    }

    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return List.of(PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of("snowball", (index, environment, name, settings) ->
            filter(name, stemming(settings.get("language", "English"))));
    }

    private static TokenFilterFactory filter(String name, UnaryOperator<TokenStream> step) {
        return new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream input) {
                return step.apply(input);
            }
        };
    }

    private static UnaryOperator<TokenStream> stemming(String language) {
        Class<?> stemmer;
        try {
            stemmer = Class.forName("org.tartarus.snowball.ext." + language + "Stemmer");
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException("There is no Snowball stemmer for " + language, unknown);
        }
        return input -> {
            try {
                return new SnowballFilter(input, (SnowballStemmer) stemmer.getConstructor().newInstance());
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(broken);
            }
        };
    }

    @Override
    public List<RestHandler> getRestHandlers(
        Settings settings, NamedWriteableRegistry writeables, RestController controller, ClusterSettings cluster,
        IndexScopedSettings indexes, SettingsFilter filter, IndexNameExpressionResolver resolver,
        Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> features) {
        return List.of(new RootPage());
    }

    /** What GET / answers, as far as a client reads it. */
    private static class RootPage extends BaseRestHandler {
        @Override
        public String getName() {
            return "root_page";
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
        }

        @Override
        protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
            return channel -> {
                var page = channel.newBuilder().startObject()
                    .field("cluster_name", "test")
                    .startObject("version")
                    .field("number", Build.current().version())
                    .field("build_flavor", Build.current().flavor())
                    .endObject()
                    .field("tagline", "You Know, for Search")
                    .endObject();
                channel.sendResponse(new RestResponse(RestStatus.OK, page));
            };
        }
    }
}
